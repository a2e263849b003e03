// SPDX-License-Identifier: Apache-2.0
// For measuring and for scripts/train_stories.py: stories of a JSONL file {id, title, text, date, source, story} without the rest of the
// program. Build it with `cmake --build --preset release --target stories_probe`.
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "core/id.hpp"
#include "stories/key_index.hpp"
#include "stories/linkage.hpp"
#include "stories/pair_comparer.hpp"
#include "stories/stream.hpp"

using namespace synoptic;

namespace {

struct Article {
    std::string id;
    std::string story;
    DocumentKeys keys;
};

Article read_article(const std::string& line) {
    const auto json = nlohmann::json::parse(line);
    const auto text = [&](const char* field) {
        return json.contains(field) && json[field].is_string() ? json[field].get<std::string>() : std::string();
    };
    Document document;
    if (const std::string title = text("title"); !title.empty()) {
        document.title = title;
    }
    document.text = text("text");
    if (const std::string source = text("source"); !source.empty()) {
        document.publisher = source;
    }
    if (const auto date = parse_iso(text("date"))) {
        document.published = Published{*date, "meta"};
    }
    return {text("id"), text("story"), read_keys(document)};
}

std::vector<Article> read_articles(const std::string& path) {
    std::ifstream in(path);
    std::vector<Article> articles;
    for (std::string line; std::getline(in, line);) {
        articles.push_back(read_article(line));
    }
    return articles;
}

struct Scorers {
    PairScorer pair;
    GroupScorer group;
};

Scorers read_scorers(const std::string& path) {
    if (path.empty()) {
        return {};
    }
    std::ifstream in(path);
    const std::string table{std::istreambuf_iterator<char>(in), {}};
    return {PairScorer(table), GroupScorer(table)};
}

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// {id, story} for each document, in the order of the file or by the dates in it.
void group(const std::string& path, std::size_t window, const std::string& table, std::uint64_t shuffled) {
    std::vector<Article> articles = read_articles(path);
    if (shuffled != 0) {  // within a day
        const auto rank = [&](const Article& article) {
            return std::tuple(article.keys.day.value_or(1 << 20), make_id<DocTag>({article.id, std::to_string(shuffled)}));
        };
        std::ranges::sort(articles, {}, rank);
    } else {
        std::ranges::stable_sort(articles, {}, [](const Article& article) { return article.keys.day.value_or(1 << 20); });
    }
    Scorers scorers = read_scorers(table);
    StoryStream stream({.window = window}, std::move(scorers.pair), scorers.group);
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
        stream.add(i, articles[i].keys);
    }
    std::vector<Placement> placements = stream.finish();
    const std::vector<Placement> settled = stream.take_settled();
    placements.insert(placements.end(), settled.begin(), settled.end());
    for (const Placement& placement : placements) {
        const std::string story = std::to_string(placement.story.founder) + "." + std::to_string(placement.story.times);
        std::cout << nlohmann::json{{"id", articles[placement.document].id}, {"story", story}}.dump() << "\n";
    }
}

/// What pairs of documents are judged by: for each document the earlier ones that share most telling keys.
struct Comparisons {
    std::vector<StoryFeatures> features;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;

    explicit Comparisons(const std::vector<Article>& articles) {
        Frequencies frequencies;
        for (const Article& article : articles) {
            frequencies.count(article.keys);
        }
        KeyIndex index;
        for (std::uint32_t i = 0; i < articles.size(); ++i) {
            Weighed weighed = weigh(articles[i].keys, frequencies);
            auto found = index.find(weighed.lookup);
            std::ranges::stable_sort(found, std::greater<>{}, &std::pair<std::uint32_t, float>::second);
            found.resize(std::min<std::size_t>(found.size(), 64));
            for (const auto& [other, weight] : found) {
                pairs.emplace_back(i, other);
            }
            index.add(i, weighed.lookup);
            features.push_back(std::move(weighed.features));
        }
    }
};

/// Floats: 1 where both tell one story, the two documents' numbers, the evidence.
void pairs(const std::string& path) {
    const std::vector<Article> articles = read_articles(path);
    const Comparisons comparisons(articles);
    for (const auto& [a, b] : comparisons.pairs) {
        const std::array<float, 3> head{articles[a].story == articles[b].story ? 1.0F : 0.0F, static_cast<float>(a), static_cast<float>(b)};
        const PairEvidence evidence = PairComparer(comparisons.features[a])(comparisons.features[b]);
        std::fwrite(head.data(), sizeof(float), head.size(), stdout);
        std::fwrite(evidence.data(), sizeof(float), evidence.size(), stdout);
    }
}

/// Floats: share of pairs between the groups that tell one story, the evidence; of each join that average linkage proposes. Joins are then
/// decided by the truth, or where `freely` by their likelihood alone, so that groups are mixed as in life.
void joins(const std::string& path, const std::string& table, bool freely) {
    const std::vector<Article> articles = read_articles(path);
    const Comparisons comparisons(articles);
    const PairScorer scorer = read_scorers(table).pair;
    std::vector<Edge> edges;
    for (const auto& [a, b] : comparisons.pairs) {
        const float probability = scorer(PairComparer(comparisons.features[a])(comparisons.features[b]));
        if (probability >= 0.02F) {
            edges.push_back({a, b, probability});
        }
    }
    const auto decide = [&](std::span<const std::uint32_t> a, std::span<const std::uint32_t> b, float mean) {
        std::vector<const StoryFeatures*> first;
        std::vector<const StoryFeatures*> second;
        std::size_t same = 0;
        for (const std::uint32_t i : a) {
            first.push_back(&comparisons.features[i]);
            for (const std::uint32_t j : b) {
                same += articles[i].story == articles[j].story ? 1U : 0U;
            }
        }
        for (const std::uint32_t j : b) {
            second.push_back(&comparisons.features[j]);
        }
        const float share = static_cast<float>(same) / static_cast<float>(a.size() * b.size());
        const GroupEvidence evidence = compare_groups(first, second, mean);
        std::fwrite(&share, sizeof(float), 1, stdout);
        std::fwrite(evidence.data(), sizeof(float), evidence.size(), stdout);
        return freely ? mean >= scorer.threshold() : share >= 0.5F;
    };
    average_linkage(articles.size(), edges, {}, {.threshold = 0.15F, .compared = 24, .may_join = decide});
}

/// The keys of a stream of articles from standard input, to be read by `speed`: the length in four bytes, then what pack_keys gives.
void pack() {
    for (std::string line; std::getline(std::cin, line);) {
        const std::string keys = pack_keys(read_article(line).keys);
        const auto size = static_cast<std::uint32_t>(keys.size());
        std::fwrite(&size, sizeof(size), 1, stdout);
        std::fwrite(keys.data(), 1, keys.size(), stdout);
    }
}

std::optional<DocumentKeys> next_packed() {
    std::uint32_t size = 0;
    if (std::fread(&size, sizeof(size), 1, stdin) != 1) {
        return std::nullopt;
    }
    std::string bytes(size, '\0');
    return std::fread(bytes.data(), 1, size, stdin) == size ? unpack_keys(bytes) : std::nullopt;
}

/// Documents a second of processor time of a stream of packed keys from standard input.
void speed(std::size_t every, std::size_t window) {
    StoryStream stream({.window = window});
    double seconds = 0;
    double told_seconds = 0;
    std::uint32_t count = 0;
    std::vector<DocumentKeys> ready;
    const auto take = [&] {
        const double begun = processor_seconds();
        for (DocumentKeys& keys : ready) {
            stream.add(count++, std::move(keys));
        }
        stream.take_settled();
        stream.take_changes();
        seconds += processor_seconds() - begun;
        ready.clear();
    };
    const auto tell = [&] {
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        std::printf("%u documents, %.0f/s, the last of them %.0f/s, at most %ld MB resident\n", count, count / seconds,
                    static_cast<double>(every) / (seconds - told_seconds), usage.ru_maxrss / 1024);
        std::fflush(stdout);
        told_seconds = seconds;
    };
    while (auto keys = next_packed()) {
        ready.push_back(std::move(*keys));
        if (ready.size() == window) {
            take();
            if (count % every == 0) {
                tell();
            }
        }
    }
    take();
    stream.finish();
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Stories of JSON lines, for measuring and training");
    std::string path;
    std::string table;
    std::size_t window = 1000;
    std::size_t every = 100'000;
    std::uint64_t shuffled = 0;
    bool freely = false;
    app.require_subcommand(1);
    CLI::App* grouping = app.add_subcommand("group", "prints {id, story}; documents are taken in order of date");
    grouping->add_option("file", path)->required();
    grouping->add_option("--window", window);
    grouping->add_option("--table", table, "weights as in data/stories_trees.tsv");
    grouping->add_option("--shuffled", shuffled, "seed: another order within each day");
    CLI::App* pairing = app.add_subcommand("pairs", "prints the evidence of pairs as floats");
    pairing->add_option("file", path)->required();
    CLI::App* joining = app.add_subcommand("joins", "prints the evidence of joins of groups as floats");
    joining->add_option("file", path)->required();
    joining->add_option("--table", table)->required();
    joining->add_flag("--freely", freely, "join by likelihood, not by truth");
    CLI::App* packing = app.add_subcommand("keys", "reads articles from standard input; prints their keys, packed");
    CLI::App* timing = app.add_subcommand("speed", "reads what `keys` wrote from standard input; prints documents a second");
    timing->add_option("--every", every);
    timing->add_option("--window", window);
    CLI11_PARSE(app, argc, argv);
    if (*grouping) {
        group(path, window, table, shuffled);
    } else if (*pairing) {
        pairs(path);
    } else if (*joining) {
        joins(path, table, freely);
    } else if (*packing) {
        pack();
    } else {
        speed(every, window);
    }
}
