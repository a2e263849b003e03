// SPDX-License-Identifier: Apache-2.0
#include "stories/group.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <tuple>

#include "core/text.hpp"
#include "core/workers.hpp"
#include "lineage/words.hpp"
#include "stories/candidate_pairs.hpp"
#include "stories/features.hpp"
#include "stories/linkage.hpp"
#include "stories/pair_score.hpp"

namespace synoptic {

namespace {

constexpr float least_probability = 0.02F;  // below it a pair adds nothing to a cluster's mean
constexpr std::size_t label_words = 12;

/// Dates in order, then what has none.
std::pair<bool, Date> dated_first(const Document& document) {
    return {!document.published, document.published ? document.published->date : Date{}};
}

/// By date, undated documents last, then by what tells two documents apart wherever they stood.
bool comes_first(const Document& a, const Document& b) {
    const auto key = [](const Document& d) {
        return std::pair(dated_first(d), std::tie(d.given_id, d.url, d.title, d.text, d.id, d.path, d.record));
    };
    return key(a) < key(b);
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

/// The document most like the others, one with a title and no copy or rewrite where there is one; of equals the first.
std::uint32_t central_document(std::span<const Document> documents, const Lineage& lineage, const std::vector<std::uint32_t>& members,
                               const std::vector<const StoryFeatures*>& features) {
    std::map<std::uint64_t, float> sum;
    for (const StoryFeatures* each : features) {
        for (const auto& [key, weight] : each->body) {
            sum[key] += weight;
        }
    }
    const SparseVector centre(sum.begin(), sum.end());
    std::size_t best = 0;
    const auto rank = [&](std::size_t i) {
        const bool original = lineage.relation_of[members[i]] == Relation::original;
        return std::tuple(documents[members[i]].title.has_value(), original, dot(features[i]->body, centre));
    };
    for (std::size_t i = 1; i < members.size(); ++i) {
        best = rank(i) > rank(best) ? i : best;
    }
    return members[best];
}

StoryId story_id(std::span<const Document> documents, const std::vector<std::uint32_t>& members) {
    std::vector<std::string> ids;
    for (const std::uint32_t member : members) {
        ids.push_back(to_hex(documents[member].id));
    }
    std::ranges::sort(ids);
    return make_id<StoryTag>({std::accumulate(ids.begin(), ids.end(), std::string())});
}

std::vector<Edge> likely_edges(std::span<const StoryFeatures> features, const PairScorer& scorer) {
    const auto pairs = candidate_pairs(features);
    std::vector<float> probability(pairs.size());
    for_each_parallel(pairs.size(), 0, [&](std::size_t i) {
        probability[i] = scorer(compare(features[pairs[i].first], features[pairs[i].second], features.size()));
    });
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (probability[i] >= least_probability) {
            edges.push_back({pairs[i].first, pairs[i].second, probability[i]});
        }
    }
    return edges;
}

}  // namespace

std::vector<Story> group(std::span<const Document> documents, const Lineage& lineage) {
    std::vector<std::uint32_t> in_time(documents.size());
    std::iota(in_time.begin(), in_time.end(), 0U);
    std::ranges::stable_sort(in_time, [&](std::uint32_t i, std::uint32_t j) { return comes_first(documents[i], documents[j]); });
    std::vector<std::uint32_t> place_of(documents.size());
    for (std::uint32_t place = 0; place < in_time.size(); ++place) {
        place_of[in_time[place]] = place;
    }
    std::vector<StoryFeatures> features = story_features(documents);
    std::vector<StoryFeatures> ordered;
    for (const std::uint32_t document : in_time) {
        ordered.push_back(std::move(features[document]));
    }
    std::vector<std::vector<std::uint32_t>> accounts;
    for (const Account& account : lineage.accounts) {
        auto& places = accounts.emplace_back();
        std::ranges::transform(account.documents, std::back_inserter(places), [&](std::uint32_t document) { return place_of[document]; });
        std::ranges::sort(places);
    }
    const PairScorer scorer;
    const std::vector<std::uint32_t> cluster_of =
        average_linkage(documents.size(), likely_edges(ordered, scorer), accounts, scorer.threshold());

    std::map<std::uint32_t, std::vector<std::uint32_t>> places_of;  // by first document, so stories come in order of time
    for (std::uint32_t place = 0; place < cluster_of.size(); ++place) {
        places_of[cluster_of[place]].push_back(place);
    }
    std::vector<Story> stories;
    for (const auto& [cluster, places] : places_of) {
        Story story;
        std::vector<const StoryFeatures*> member_features;
        for (const std::uint32_t place : places) {
            story.documents.push_back(in_time[place]);
            member_features.push_back(&ordered[place]);
        }
        story.id = story_id(documents, story.documents);
        story.label = heading_of(documents[central_document(documents, lineage, story.documents, member_features)]);
        std::ranges::sort(story.documents, {},
                          [&](std::uint32_t document) { return std::pair(dated_first(documents[document]), documents[document].id); });
        stories.push_back(std::move(story));
    }
    std::ranges::sort(stories, {},
                      [&](const Story& story) { return std::pair(dated_first(documents[story.documents.front()]), story.id); });
    return stories;
}

}  // namespace synoptic
