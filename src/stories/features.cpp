// SPDX-License-Identifier: Apache-2.0
#include "stories/features.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <unordered_map>

#include "core/table.hpp"
#include "core/text.hpp"
#include "core/workers.hpp"
#include "lineage/words.hpp"

namespace synoptic {

namespace {

constexpr std::uint32_t lead_words = 60;
constexpr std::size_t lookup_keys = 40;
constexpr float at_large = 500;  // documents that the table of common words stands for

constexpr std::uint64_t name_salt = 0x6E616D65;
constexpr std::uint64_t number_salt = 0x6E756D62;
constexpr std::uint64_t phrase_salt = 0x70687261;
constexpr std::uint64_t date_salt = 0x64617465;
constexpr std::size_t most_key_names = 5;
constexpr std::size_t most_key_words = 10;

using Counts = std::unordered_map<std::uint64_t, float>;

/// Shares of documents at large, by stem.
const Counts& common_words() {
    static const Counts shares = [] {
        Counts read;
        for (const Row& row : load_table("stories_common_words.tsv")) {
            float thousandths = 0;
            std::from_chars(row.at(1).data(), row.at(1).data() + row.at(1).size(), thousandths);
            read.emplace(hash_word(row.at(0)), thousandths / 1000.0F);
        }
        return read;
    }();
    return shares;
}

/// Months and weekdays, by word.
enum class Calendar : std::uint8_t { none, month, weekday, year };

const std::unordered_map<std::uint64_t, Calendar>& calendar_words() {
    static const std::unordered_map<std::uint64_t, Calendar> words = [] {
        std::unordered_map<std::uint64_t, Calendar> read;
        for (const std::string_view month :
             {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
              "jan",     "feb",      "mar",   "apr",   "jun", "jul",  "aug",  "sept",   "sep",       "oct",     "nov",      "dec"}) {
            read.emplace(hash_word(month), Calendar::month);
        }
        for (const std::string_view day : {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}) {
            read.emplace(hash_word(day), Calendar::weekday);
        }
        return read;
    }();
    return words;
}

bool is_year(std::string_view word) {
    return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) && is_ascii_digit(word[2]) && is_ascii_digit(word[3]);
}

/// How often each key stands in one document, by kind.
struct KeyCounts {
    Counts title, lead, body, names, numbers, phrases, dates;
};

class KeyCounter {
public:
    explicit KeyCounter(KeyCounts& counts) : counts_(counts) {}

    void count_title(const WordText& text) {
        for (const Word& word : text.words) {
            if (word.kind != WordKind::function) {
                ++counts_.title[word.stem];
                ++counts_.lead[word.stem];
            }
        }
    }

    void count_dates(const WordText& text, std::string_view bytes) {
        for (std::size_t i = 0; i < text.words.size(); ++i) {
            const Word& word = text.words[i];
            const auto found = calendar_words().find(word.form);
            if (found != calendar_words().end() && is_ascii_upper(bytes[word.span.begin])) {
                const std::uint64_t key = mix(date_salt, prefix_of(word.form, found->second, word.span.in(bytes)));
                ++counts_.dates[key];
                for (const std::size_t j : {i - 1, i + 1}) {
                    const bool day = found->second == Calendar::month && j < text.words.size() && text.words[j].kind == WordKind::number &&
                                     text.words[j].span.size() <= 2;
                    if (day) {
                        ++counts_.dates[mix(key, text.words[j].stem)];
                    }
                }
            } else if (word.kind == WordKind::number && is_year(word.span.in(bytes))) {
                ++counts_.dates[mix(date_salt, word.stem)];
            }
        }
    }

    void count_text(const WordText& text) {
        for (std::uint32_t i = 0; i < text.words.size(); ++i) {
            const Word& word = text.words[i];
            if (word.kind == WordKind::function) {
                continue;
            }
            ++counts_.body[word.stem];
            if (i < lead_words) {
                ++counts_.lead[word.stem];
            }
            const bool joined = i > 0 && text.words[i - 1].sentence == word.sentence && text.words[i - 1].kind != WordKind::function;
            if (joined) {
                ++counts_.phrases[mix(text.words[i - 1].stem, word.stem ^ phrase_salt)];
            }
            if (word.kind == WordKind::number) {
                ++counts_.numbers[mix(number_salt, word.stem)];
            } else if (word.kind == WordKind::name) {
                ++counts_.names[mix(name_salt, word.stem)];
                if (joined && text.words[i - 1].kind == WordKind::name) {
                    ++counts_.names[mix(text.words[i - 1].stem, word.stem ^ name_salt)];
                }
            }
        }
    }

private:
    /// "Sept", "September" => the same; weekdays as they are.
    static std::uint64_t prefix_of(std::uint64_t form, Calendar kind, std::string_view word) {
        return kind == Calendar::month ? hash_word(lower_ascii(word.substr(0, 3))) : form;
    }

    KeyCounts& counts_;
};

/// Rarity of a key among the documents given and at large.
class Rarity {
public:
    explicit Rarity(std::span<const KeyCounts> documents) : documents_(static_cast<float>(documents.size())) {
        for (const KeyCounts& counts : documents) {
            for (const Counts* kind : {&counts.body, &counts.names, &counts.numbers, &counts.phrases, &counts.dates}) {
                for (const auto& [key, count] : *kind) {
                    ++held_by_[key];
                }
            }
            for (const auto& [key, count] : counts.title) {
                held_by_[key] += counts.body.contains(key) ? 0.0F : 1.0F;
            }
        }
    }

    [[nodiscard]] float of(std::uint64_t key) const {
        const auto common = common_words().find(key);
        const float share = common == common_words().end() ? 0.5F / at_large : common->second;
        return std::log((at_large + documents_ + 1) / (share * at_large + held_by(key)));
    }

    [[nodiscard]] float held_by(std::uint64_t key) const {
        const auto found = held_by_.find(key);
        return found == held_by_.end() ? 0 : found->second;
    }

private:
    float documents_;
    Counts held_by_;
};

SparseVector weigh(const Counts& counts, const Rarity& rarity) {
    SparseVector vector;
    vector.reserve(counts.size());
    for (const auto& [key, count] : counts) {
        vector.emplace_back(key, (1 + std::log(count)) * std::max(0.0F, rarity.of(key)));
    }
    std::ranges::sort(vector);
    float squares = 0;
    for (const auto& [key, weight] : vector) {
        squares += weight * weight;
    }
    const float length = std::max(1e-6F, std::sqrt(squares));
    for (auto& [key, weight] : vector) {
        weight /= length;
    }
    return vector;
}

/// The rarest names, numbers and words that at least one other document holds too.
std::vector<std::uint64_t> rarest_keys(const KeyCounts& counts, const Rarity& rarity) {
    std::vector<std::pair<std::uint64_t, float>> found;
    for (const Counts* kind : {&counts.body, &counts.title, &counts.names}) {
        for (const auto& [key, count] : *kind) {
            if (rarity.held_by(key) >= 2) {
                found.emplace_back(key, -rarity.of(key) * (1 + 0.3F * std::log(count)));
            }
        }
    }
    std::ranges::sort(found);
    const auto repeated = std::ranges::unique(found, {}, &std::pair<std::uint64_t, float>::first);
    found.erase(repeated.begin(), repeated.end());
    std::ranges::sort(found, {}, [](const auto& key) { return std::pair(key.second, key.first); });
    found.resize(std::min(found.size(), lookup_keys));
    std::vector<std::uint64_t> keys(found.size());
    std::ranges::transform(found, keys.begin(), &std::pair<std::uint64_t, float>::first);
    return keys;
}

/// The heaviest keys of a vector.
std::vector<std::uint64_t> heaviest(const SparseVector& vector, std::size_t most) {
    SparseVector ranked = vector;
    std::ranges::sort(ranked, [](const auto& x, const auto& y) { return x.second != y.second ? x.second > y.second : x.first < y.first; });
    ranked.resize(std::min(ranked.size(), most));
    std::vector<std::uint64_t> keys(ranked.size());
    std::ranges::transform(ranked, keys.begin(), &std::pair<std::uint64_t, float>::first);
    return keys;
}

}  // namespace

float share_held(std::span<const std::uint64_t> keys, const SparseVector& vector) {
    const auto held = std::ranges::count_if(keys, [&](std::uint64_t key) {
        const auto found = std::ranges::lower_bound(vector, key, {}, &std::pair<std::uint64_t, float>::first);
        return found != vector.end() && found->first == key;
    });
    return keys.empty() ? 0 : static_cast<float>(held) / static_cast<float>(keys.size());
}

float dot(const SparseVector& a, const SparseVector& b) {
    float sum = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (i->first < j->first) {
            ++i;
        } else if (j->first < i->first) {
            ++j;
        } else {
            sum += i++->second * j++->second;
        }
    }
    return sum;
}

std::vector<StoryFeatures> story_features(std::span<const Document> documents) {
    std::vector<KeyCounts> counts(documents.size());
    for_each_parallel(documents.size(), 0, [&](std::size_t i) {
        KeyCounter counter(counts[i]);
        if (documents[i].title) {
            counter.count_title(read_words(*documents[i].title));
        }
        const WordText text = read_words(documents[i].text);
        counter.count_text(text);
        counter.count_dates(text, documents[i].text);
    });
    const Rarity rarity(counts);
    std::vector<StoryFeatures> features(documents.size());
    for_each_parallel(documents.size(), 0, [&](std::size_t i) {
        const KeyCounts& own = counts[i];
        features[i] = {.title = weigh(own.title, rarity),
                       .lead = weigh(own.lead, rarity),
                       .body = weigh(own.body, rarity),
                       .names = weigh(own.names, rarity),
                       .numbers = weigh(own.numbers, rarity),
                       .phrases = weigh(own.phrases, rarity),
                       .dates = weigh(own.dates, rarity),
                       .key_names = {},
                       .key_words = {},
                       .day = std::nullopt,
                       .rarest = rarest_keys(own, rarity)};
        features[i].key_names = heaviest(features[i].names, most_key_names);
        features[i].key_words = heaviest(features[i].body, most_key_words);
        if (const auto& published = documents[i].published; published && published->date.has_day()) {
            features[i].day = to_days(published->date);
        }
    });
    return features;
}

}  // namespace synoptic
