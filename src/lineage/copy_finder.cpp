// SPDX-License-Identifier: Apache-2.0
#include "lineage/copy_finder.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "core/workers.hpp"
#include "lineage/direction.hpp"

namespace synoptic {

namespace {

constexpr std::size_t usual_words = 500;  // of a document; sizes tables
constexpr std::size_t usual_facts = 150;
constexpr float nearly_all = 0.8F;

Relation relation_of(const Comparison& comparison) {
    switch (comparison.kind) {
    case Comparison::Kind::independent:
        return Relation::independent;
    case Comparison::Kind::quotation:
        return Relation::quotation;
    case Comparison::Kind::rewrite:
        return Relation::rewrite;
    case Comparison::Kind::verbatim:
        break;
    }
    const bool source_is_kept = comparison.contained_a >= nearly_all;
    const bool nothing_is_added = comparison.contained_b >= nearly_all;
    if (source_is_kept && nothing_is_added) {
        return Relation::copy;
    }
    return nothing_is_added || comparison.contained_b > comparison.contained_a ? Relation::abridged : Relation::extended;
}

void turn(Comparison& comparison) {
    std::swap(comparison.contained_a, comparison.contained_b);
    Measures& measures = comparison.measures;
    std::swap(measures.words_a, measures.words_b);
    std::swap(measures.runs_a, measures.runs_b);
    std::swap(measures.telling_a, measures.telling_b);
    std::swap(measures.aligned_a, measures.aligned_b);
    std::swap(measures.neighbours_a, measures.neighbours_b);
    std::swap(measures.sequence_a, measures.sequence_b);
    for (Passage& passage : comparison.passages) {
        std::swap(passage.a, passage.b);
    }
    std::ranges::sort(comparison.passages, {}, [](const Passage& passage) { return std::tie(passage.a, passage.b); });
}

/// Nothing for a pair that has nothing in common worth telling.
std::optional<ComparedPair> compare_pair(std::pair<std::uint32_t, const Reading*> earlier, std::pair<std::uint32_t, const Reading*> later,
                                         const Comparer& comparer, bool thorough) {
    Comparison comparison = comparer.with(*earlier.second);
    if (comparison.kind == Comparison::Kind::independent && !thorough) {
        return std::nullopt;
    }
    FoundDirection direction;
    if (comparison.kind == Comparison::Kind::verbatim || comparison.kind == Comparison::Kind::rewrite) {
        direction = find_direction(*earlier.second, *later.second, comparison);
    }
    if (!direction.earlier_is_source) {
        turn(comparison);
        std::swap(earlier, later);
    }
    return ComparedPair{.derivation = {.a = earlier.first,
                                       .b = later.first,
                                       .relation = relation_of(comparison),
                                       .contained_a = comparison.contained_a,
                                       .contained_b = comparison.contained_b,
                                       .passages = std::move(comparison.passages),
                                       .basis = direction.basis},
                        .measures = comparison.measures,
                        .label_a = earlier.second->label,
                        .label_b = later.second->label};
}

/// The day of a batch: its middle one, so that a few wrong dates move nothing.
std::int32_t middle_day(std::span<const Reading> readings) {
    std::vector<std::int32_t> days;
    for (const Reading& reading : readings) {
        if (reading.day != Reading::no_day) {
            days.push_back(reading.day);
        }
    }
    if (days.empty()) {
        return Reading::no_day;
    }
    const auto middle = days.begin() + static_cast<std::ptrdiff_t>(days.size() / 2);
    std::ranges::nth_element(days, middle);
    return *middle;
}

}  // namespace

CopyFinder::CopyFinder(const LineageOptions& options, std::size_t expected_documents)
    : options_(options), furniture_(expected_documents * usual_words), fact_holders_(expected_documents * usual_facts),
      index_(options.days) {}

void CopyFinder::mark_and_count() {
    const std::span<Reading> readings = shelf_.newest();
    for (const Reading& reading : readings) {
        furniture_.add(reading);
    }
    for_each_parallel(readings.size(), options_.threads, [&](std::size_t i) {
        furniture_.mark(readings[i]);
        readings[i].settle();
    });
    for (const Reading& reading : readings) {
        count_facts(reading, fact_holders_);
    }
}

std::vector<std::vector<std::uint32_t>> CopyFinder::find_and_file() {
    const std::span<Reading> readings = shelf_.newest();
    std::vector<Sketch> sketches(readings.size());
    for_each_parallel(readings.size(), options_.threads, [&](std::size_t i) { sketches[i] = make_sketch(readings[i], fact_holders_); });
    std::vector<std::vector<std::uint32_t>> candidates(readings.size());
    for (std::size_t i = 0; i < readings.size(); ++i) {
        const Filing filing{readings[i].publisher, readings[i].day};
        candidates[i] = index_.find(sketches[i], filing);
        index_.add(sketches[i], filing, now_);
    }
    return candidates;
}

std::vector<ComparedPair> CopyFinder::add(std::vector<Reading> batch) {
    now_ = std::max(now_, middle_day(batch));
    index_.forget(now_);
    shelf_.put(std::move(batch));
    shelf_.forget_before(index_.first());
    mark_and_count();
    const auto candidates = find_and_file();
    std::vector<std::vector<ComparedPair>> found(candidates.size());
    for_each_parallel(candidates.size(), options_.threads, [&](std::size_t i) {
        const Reading& later = shelf_.newest()[i];
        if (candidates[i].empty()) {
            return;
        }
        const Comparer comparer(later, options_.thorough);
        Reading room;
        for (const std::uint32_t earlier : candidates[i]) {
            if (auto pair = compare_pair({earlier, &shelf_.get(earlier, room)},
                                         {shelf_.first_of_newest() + static_cast<std::uint32_t>(i), &later}, comparer, options_.thorough)) {
                found[i].push_back(std::move(*pair));
            }
        }
    });
    std::vector<ComparedPair> pairs;
    for (std::vector<ComparedPair>& each : found) {
        std::ranges::move(each, std::back_inserter(pairs));
    }
    return pairs;
}

}  // namespace synoptic
