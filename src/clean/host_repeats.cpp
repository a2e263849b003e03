// SPDX-License-Identifier: Apache-2.0
#include "clean/host_repeats.hpp"

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "clean/block_cuts.hpp"
#include "clean/block_words.hpp"
#include "clean/lines.hpp"
#include "core/address.hpp"
#include "core/text.hpp"
#include "core/workers.hpp"

namespace synoptic {

namespace {

constexpr std::uint64_t one_page = 720720;  ///< the weight of a page whose text is its own; small numbers divide it
constexpr std::size_t least_pages = 3;
constexpr std::uint64_t least_weight = least_pages * one_page;
constexpr std::uint64_t least_inside = 4 * one_page;  ///< of a sentence that stands inside the article
constexpr std::uint64_t least_often = 6 * one_page;   ///< of a short line at an end of the text, which half of the pages hold, too
constexpr std::uint64_t most_texts = 50;              ///< a sentence stands on at least one in so many pages
constexpr std::uint32_t least_words = 8;              ///< of a sentence
constexpr std::size_t least_name = 4;                 ///< letters in the name of a house

/// What a block looks like. Where pages set it differently, the last of these holds: what goes less easily.
enum class Shape : std::uint8_t {
    known,     ///< its words are known for furniture
    label,     ///< a line that does not end like a sentence
    line,      ///< a short one that does
    sentence,  ///< a paragraph that reads as running text
    heading,
    fixed,  ///< part of a list or a table, or what somebody said: it stays
};

/// What the pages of a host say of a block.
struct Repeat {
    std::uint32_t holders = 0;  ///< pages
    std::uint32_t last = 0;     ///< the round in which it was counted last
    Shape shape = Shape::known;
    bool of_house = true;        ///< the house speaks in it
    bool goes = false;           ///< wherever it stands
    std::uint64_t weight = 0;    ///< of its holders
    std::uint64_t taken_up = 0;  ///< of those whose own text takes up its words
    std::uint64_t at_edge = 0;   ///< of those where nothing but repeated blocks stands between it and an end of the text
};

struct HostPage {
    std::uint32_t document = 0;
    std::uint64_t weight = one_page;
    std::vector<BlockKey> keys;  ///< by block
};

bool holds_speech(std::string_view text) {
    return std::ranges::any_of(std::array<std::string_view, 5>{"\"", "\u201C", "\u201E", "\u00AB", "\u300C"},
                               [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

Shape shape_of(std::string_view text, BlockKind kind, std::uint32_t words) {
    if (LineRules::instance().furniture(text)) {
        return Shape::known;
    }
    if (kind == BlockKind::heading) {
        return Shape::heading;
    }
    if (kind != BlockKind::paragraph || holds_speech(text)) {
        return Shape::fixed;
    }
    if (!ends_like_sentence(text) || (text.ends_with(':') && words < least_words)) {
        return Shape::label;
    }
    return words >= least_words ? Shape::sentence : Shape::line;
}

/// Speaks to the reader, or names the house by its address or its name; but not of what the house asked and was not told.
bool is_of_house(std::string_view text, const Document& document) {
    const HouseWords words = house_words_in(text);
    if (words.report) {
        return false;
    }
    if (words.reader || text.find('@') != std::string_view::npos) {
        return true;
    }
    const std::string host = host_of_document(document);
    const std::string squeezed = squeeze(text);
    const std::array<std::string, 2> names = {squeeze(std::string_view(host).substr(0, host.find('.'))),
                                              squeeze(document.publisher.value_or(""))};
    return std::ranges::any_of(names, [&](std::string_view name) {
        name.remove_prefix(name.starts_with("the") ? 3 : 0);
        return name.size() >= least_name && squeezed.find(name) != std::string::npos;
    });
}

/// The words by which a house calls itself: those of its address and of its name.
absl::flat_hash_set<std::uint64_t> house_words(const Document& document) {
    absl::flat_hash_set<std::uint64_t> words;
    for (const std::string& name : {host_of_document(document), document.publisher.value_or("")}) {
        for (const std::uint64_t word : telling_words(name)) {
            words.insert(word);
        }
    }
    return words;
}

/// The pages of one host, asked together what they repeat.
class HostPages {
public:
    HostPages(std::span<const Document> documents, std::span<const std::uint32_t> numbers) : documents_(documents) {
        for (const std::uint32_t number : numbers) {
            read(number);
        }
        each_page(&HostPages::look_at_blocks);
        each_page(&HostPages::weigh);
        each_page(&HostPages::gather_evidence);
        for (auto& [hash, repeat] : repeats_) {
            repeat.goes = repeats(repeat) && is_furniture(repeat);
        }
    }

    /// The numbers of the blocks that go from the page's document, ascending.
    [[nodiscard]] std::vector<std::uint32_t> cuts_of(std::uint32_t page) const {
        const std::vector<BlockKey>& keys = pages_[page].keys;
        std::vector<bool> goes(keys.size(), false);
        for (std::size_t i = 0; i < keys.size(); ++i) {
            goes[i] = keys[i].words > 0 && repeats_.find(keys[i].hash)->second.goes;
        }
        add_labels(page, goes);
        std::vector<std::uint32_t> cuts;
        bool text_left = false;
        for (std::uint32_t i = 0; i < goes.size(); ++i) {
            if (goes[i]) {
                cuts.push_back(i);
            } else {
                text_left = text_left || keys[i].words >= least_words;
            }
        }
        return text_left ? cuts : std::vector<std::uint32_t>{};
    }

private:
    void each_page(void (HostPages::*work)(std::uint32_t)) {
        for (std::uint32_t page = 0; page < pages_.size(); ++page) {
            (this->*work)(page);
        }
    }

    static bool repeats(const Repeat& repeat) { return repeat.weight >= least_weight; }

    [[nodiscard]] std::string_view text_of(std::uint32_t page, std::size_t block) const {
        const Document& document = documents_[pages_[page].document];
        return document.view(document.blocks[block].span);
    }

    void read(std::uint32_t number) {
        const Document& document = documents_[number];
        HostPage& page = pages_.emplace_back(HostPage{.document = number});
        ++round_;
        for (const Block& block : document.blocks) {
            const BlockKey key = page.keys.emplace_back(key_of_block(document.view(block.span)));
            if (key.words > 0) {
                Repeat& repeat = repeats_[key.hash];
                repeat.holders += repeat.last == round_ ? 0 : 1;
                repeat.last = round_;
            }
        }
    }

    /// Calls `found(block, repeat)` for each block of the page that other pages hold too, the first time it stands there.
    template <typename Found>
    void each_shared(std::uint32_t page, const Found& found) {
        ++round_;
        const std::vector<BlockKey>& keys = pages_[page].keys;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            if (keys[i].words == 0) {
                continue;
            }
            Repeat& repeat = repeats_.find(keys[i].hash)->second;
            if (repeat.holders >= 2 && repeat.last != round_) {
                repeat.last = round_;
                found(i, repeat);
            }
        }
    }

    void look_at_blocks(std::uint32_t page) {
        const Document& document = documents_[pages_[page].document];
        each_shared(page, [&](std::size_t i, Repeat& repeat) {
            const std::string_view text = text_of(page, i);
            repeat.shape = std::max(repeat.shape, shape_of(text, document.blocks[i].kind, pages_[page].keys[i].words));
            repeat.of_house = repeat.of_house && is_of_house(text, document);
        });
    }

    void weigh(std::uint32_t page) {
        pages_[page].weight = one_page / likes_of(pages_[page]);
        all_weight_ += pages_[page].weight;
        each_shared(page, [&](std::size_t, Repeat& repeat) { repeat.weight += pages_[page].weight; });
    }

    /// How many pages hold the third of the page's words that is held most: its copies and the other states of its article. What may be
    /// text of the house is left out where it is not most of the page.
    [[nodiscard]] std::uint32_t likes_of(const HostPage& page) const {
        struct Held {
            std::uint32_t holders;
            std::uint32_t words;
        };
        std::vector<Held> all;
        std::vector<Held> own;
        std::uint64_t all_words = 0;
        std::uint64_t own_words = 0;
        for (const BlockKey& key : page.keys) {
            if (key.words == 0) {
                continue;
            }
            const Repeat& repeat = repeats_.find(key.hash)->second;
            all.push_back({repeat.holders, key.words});
            all_words += key.words;
            if (repeat.holders == 1 || (repeat.shape != Shape::known && !repeat.of_house)) {
                own.push_back(all.back());
                own_words += key.words;
            }
        }
        const bool few = 3 * own_words < all_words;
        std::vector<Held>& parts = few ? all : own;
        std::ranges::sort(parts, {}, &Held::holders);
        std::uint64_t below = 0;
        for (const Held& part : parts) {
            below += part.words;
            if (3 * below >= 2 * (few ? all_words : own_words)) {
                return part.holders;
            }
        }
        return 1;
    }

    void gather_evidence(std::uint32_t page) {
        const Document& document = documents_[pages_[page].document];
        const std::vector<BlockKey>& keys = pages_[page].keys;
        std::vector<bool> repeated(keys.size());
        for (std::size_t i = 0; i < keys.size(); ++i) {
            repeated[i] = keys[i].words == 0 || repeats(repeats_.find(keys[i].hash)->second);
        }
        const auto first = static_cast<std::size_t>(std::ranges::find(repeated, false) - repeated.begin());
        std::size_t last = keys.size();
        while (last > first && repeated[last - 1]) {
            --last;
        }
        const bool any = std::ranges::find(repeated, true) != repeated.end();
        absl::flat_hash_set<std::uint64_t> own;
        absl::flat_hash_set<std::uint64_t> house;
        if (any) {
            const auto take = [&](std::string_view text) {
                for (const std::uint64_t word : telling_words(text)) {
                    own.insert(word);
                }
            };
            take(document.title.value_or(""));
            for (std::size_t i = 0; i < keys.size(); ++i) {
                if (!repeated[i]) {
                    take(text_of(page, i));
                }
            }
            house = house_words(document);
        }
        each_shared(page, [&](std::size_t i, Repeat& repeat) {
            if (!repeats(repeat)) {
                return;
            }
            repeat.at_edge += i < first || i >= last ? pages_[page].weight : 0;
            repeat.taken_up += is_taken_up(text_of(page, i), repeat.shape, own, house) ? pages_[page].weight : 0;
        });
    }

    /// Whether the page's own text speaks of what the block speaks of; in doubt it does.
    static bool is_taken_up(std::string_view text, Shape shape, const absl::flat_hash_set<std::uint64_t>& own,
                            const absl::flat_hash_set<std::uint64_t>& house) {
        std::vector<std::uint64_t> words = telling_words(text);
        std::ranges::sort(words);
        words.erase(std::unique(words.begin(), words.end()), words.end());
        std::erase_if(words, [&](std::uint64_t word) { return house.contains(word); });
        const auto shared = static_cast<std::size_t>(std::ranges::count_if(words, [&](std::uint64_t word) { return own.contains(word); }));
        return shape == Shape::known || shape == Shape::sentence ? shared >= 2 && 4 * shared >= words.size() : shared > 0;
    }

    [[nodiscard]] bool is_often(const Repeat& repeat) const { return repeat.weight >= least_often && 2 * repeat.weight >= all_weight_; }

    [[nodiscard]] bool is_furniture(const Repeat& repeat) const {
        const bool mostly_at_edge = 2 * repeat.at_edge >= repeat.weight;
        const bool some_take_it_up = 4 * repeat.taken_up > repeat.weight;
        switch (repeat.shape) {
        case Shape::known:
            return 2 * repeat.taken_up <= repeat.weight || mostly_at_edge;
        case Shape::sentence:
            return repeat.of_house && !some_take_it_up && repeat.weight - repeat.taken_up >= least_weight &&
                   repeat.weight * most_texts >= all_weight_ && (mostly_at_edge || repeat.weight >= least_inside);
        case Shape::line:
            return repeat.of_house && !some_take_it_up && mostly_at_edge && is_often(repeat);
        case Shape::label:
            return !some_take_it_up && mostly_at_edge && is_often(repeat);
        default:
            return false;
        }
    }

    /// Labels go between blocks that go, at the end of the text, and where all that they head goes.
    void add_labels(std::uint32_t page, std::vector<bool>& goes) const {
        const std::vector<BlockKey>& keys = pages_[page].keys;
        const std::vector<Block>& blocks = documents_[pages_[page].document].blocks;
        bool rest_goes = true;     // all that follows
        bool section_goes = true;  // what follows, up to the next heading
        bool section_empty = true;
        for (std::size_t i = keys.size(); i-- > 0;) {
            const bool heading = blocks[i].kind == BlockKind::heading;
            const bool between = i > 0 && i + 1 < keys.size() && goes[i - 1] && goes[i + 1];
            if (rest_goes || between || (heading && section_goes && !section_empty)) {
                goes[i] = goes[i] || is_loose_label(keys[i]);
            }
            rest_goes = rest_goes && goes[i];
            section_goes = heading || (section_goes && goes[i]);
            section_empty = heading;
        }
    }

    [[nodiscard]] bool is_loose_label(const BlockKey& key) const {
        if (key.words == 0) {
            return false;
        }
        const Repeat& repeat = repeats_.find(key.hash)->second;
        return repeats(repeat) && (repeat.shape == Shape::label || repeat.shape == Shape::heading) && 2 * repeat.taken_up <= repeat.weight;
    }

    std::span<const Document> documents_;
    std::vector<HostPage> pages_;
    absl::flat_hash_map<std::uint64_t, Repeat> repeats_;
    std::uint64_t all_weight_ = 0;
    std::uint32_t round_ = 0;
};

}  // namespace

std::string host_of_document(const Document& document) {
    const std::string url = lower_ascii(document.url);
    std::string_view host = host_of(url);
    if (host.empty()) {
        return fold_accents(fold_space(document.publisher.value_or("")));
    }
    for (const std::string_view part : {"m.", "amp.", "mobile."}) {
        host.remove_prefix(host.starts_with(part) && host.find('.', part.size()) != std::string_view::npos ? part.size() : 0);
    }
    return std::string(host);
}

std::vector<std::uint32_t> cut_host_repeats(std::span<Document> documents, unsigned threads) {
    std::vector<std::vector<std::uint32_t>> before(documents.size());
    std::vector<std::string> hosts(documents.size());
    for_each_parallel(documents.size(), threads, [&](std::size_t i) {
        before[i] = put_back_blocks(documents[i]);
        hosts[i] = documents[i].as_given ? "" : host_of_document(documents[i]);
    });
    std::map<std::string_view, std::vector<std::uint32_t>> by_host;
    for (std::uint32_t i = 0; i < documents.size(); ++i) {
        if (!hosts[i].empty()) {
            by_host[hosts[i]].push_back(i);
        }
    }
    std::erase_if(by_host, [](const auto& host) { return host.second.size() < least_pages; });
    std::vector<std::span<const std::uint32_t>> groups;
    groups.reserve(by_host.size());
    for (const auto& [host, numbers] : by_host) {
        groups.emplace_back(numbers);
    }
    std::vector<std::vector<std::uint32_t>> cuts(documents.size());
    for_each_parallel(groups.size(), threads, [&](std::size_t group) {
        const HostPages pages(documents, groups[group]);
        for (std::uint32_t i = 0; i < groups[group].size(); ++i) {
            cuts[groups[group][i]] = pages.cuts_of(i);
        }
    });
    std::vector<std::uint32_t> changed;
    for (std::uint32_t i = 0; i < documents.size(); ++i) {
        cut_blocks(documents[i], cuts[i]);
        if (cuts[i] != before[i]) {
            changed.push_back(i);
        }
    }
    return changed;
}

}  // namespace synoptic
