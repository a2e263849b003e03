// SPDX-License-Identifier: Apache-2.0
#include "stories/group.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "core/text.hpp"
#include "core/workers.hpp"
#include "lineage/words.hpp"

namespace synoptic {

namespace {

constexpr std::size_t label_words = 12;

/// Dates in order, then what has none.
std::pair<bool, Date> dated_first(const Document& document) {
    return {!document.published, document.published ? document.published->date : Date{}};
}

/// The first words of the text where a document has no title.
std::string heading_of(const Document& document) {
    if (document.title && !trim(*document.title).empty()) {
        return fold_space(*document.title);
    }
    const std::string_view first_block = std::string_view(document.text).substr(0, document.text.find("\n\n"));
    const WordText text = read_words(first_block);
    if (text.words.empty()) {
        return {};
    }
    const bool cut = text.words.size() > label_words;
    const Span opening{text.words[0].span.begin, cut ? text.words[label_words - 1].span.end : text.words.back().span.end};
    return fold_space(document.view(opening)) + (cut ? " …" : "");
}

/// What the labels of stories are chosen by.
struct Labeller {
    std::span<const Document> documents;
    std::span<const DocumentKeys> keys;
    const Lineage& lineage;

    /// The document whose keys most of the others share, one with a title and no copy or rewrite where there is one; of equals the first.
    [[nodiscard]] std::uint32_t central(const std::vector<std::uint32_t>& members) const {
        std::unordered_map<std::uint32_t, float> holders;
        for (const std::uint32_t member : members) {
            for (const KeyUse& use : keys[member].uses) {
                ++holders[use.key];
            }
        }
        const auto rank = [&](std::uint32_t member) {
            float shared = 0;
            for (const KeyUse& use : keys[member].uses) {
                shared += holders[use.key] - 1;
            }
            shared /= std::sqrt(static_cast<float>(keys[member].uses.size() + 1));
            return std::tuple(documents[member].title.has_value(), lineage.relation_of[member] == Relation::original, shared);
        };
        std::uint32_t best = members.front();
        for (const std::uint32_t member : members) {
            best = rank(member) > rank(best) ? member : best;
        }
        return best;
    }
};

/// Where a story went: merges are followed to their end.
class Names {
public:
    explicit Names(const std::vector<StoryChange>& changes) {
        for (const StoryChange& change : changes) {
            if (change.kind == StoryChange::Kind::merged) {
                into_[change.from] = change.into;
            }
        }
    }
    [[nodiscard]] StoryNumber of(StoryNumber story) const {
        for (auto next = into_.find(story); next != into_.end(); next = into_.find(story)) {
            story = next->second;
        }
        return story;
    }

private:
    std::map<StoryNumber, StoryNumber> into_;
};

}  // namespace

bool comes_first(const Document& a, const Document& b) {
    const auto key = [](const Document& d) {
        return std::pair(dated_first(d), std::tie(d.given_id, d.url, d.title, d.text, d.id, d.path, d.record));
    };
    return key(a) < key(b);
}

StoryId story_id(StoryNumber story, const DocId& founder) {
    return make_id<StoryTag>({to_hex(founder), story.times == 0 ? std::string() : std::to_string(story.times)});
}

std::vector<Story> group(std::span<const Document> documents, std::vector<DocumentKeys> keys, const Lineage& lineage) {
    std::vector<std::uint32_t> in_time(documents.size());
    std::iota(in_time.begin(), in_time.end(), 0U);
    std::ranges::stable_sort(in_time, [&](std::uint32_t i, std::uint32_t j) { return comes_first(documents[i], documents[j]); });

    StoryStream stream;
    std::map<std::uint32_t, std::uint32_t> first_of_account;  // by account, its first document's place
    for (std::uint32_t place = 0; place < in_time.size(); ++place) {
        const auto [first, is_new] = first_of_account.emplace(lineage.account_of[in_time[place]], place);
        stream.add(place, keys[in_time[place]], is_new ? std::nullopt : std::optional(first->second));
    }
    std::vector<Placement> placements = stream.finish();
    const std::vector<Placement> settled = stream.take_settled();
    placements.insert(placements.end(), settled.begin(), settled.end());
    std::ranges::sort(placements);

    const Names names(stream.take_changes());
    std::map<StoryNumber, std::vector<std::uint32_t>> members_of;
    for (const Placement& placement : placements) {
        members_of[names.of(placement.story)].push_back(in_time[placement.document]);
    }
    std::vector<Story> stories;
    const Labeller labeller{documents, keys, lineage};
    for (auto& [number, members] : members_of) {
        Story story{.id = story_id(number, documents[in_time[number.founder]].id),
                    .label = heading_of(documents[labeller.central(members)]),
                    .documents = {}};
        std::ranges::sort(members, {},
                          [&](std::uint32_t document) { return std::pair(dated_first(documents[document]), documents[document].id); });
        story.documents = std::move(members);
        stories.push_back(std::move(story));
    }
    std::ranges::sort(stories, {},
                      [&](const Story& story) { return std::pair(dated_first(documents[story.documents.front()]), story.id); });
    return stories;
}

std::vector<Story> group(std::span<const Document> documents, const Lineage& lineage, unsigned threads) {
    std::vector<DocumentKeys> keys(documents.size());
    for_each_parallel(documents.size(), threads, [&](std::size_t i) { keys[i] = read_keys(documents[i]); });
    return group(documents, std::move(keys), lineage);
}

}  // namespace synoptic
