// SPDX-License-Identifier: Apache-2.0
#include "lineage/find_lineage.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

#include "core/workers.hpp"
#include "lineage/accounts.hpp"
#include "lineage/candidates.hpp"
#include "lineage/comparison.hpp"
#include "lineage/direction.hpp"

namespace synoptic {

namespace {

constexpr float nearly_all = 0.8F;

Relation relation_of(const Comparison& comparison) {
    if (comparison.kind == Comparison::Kind::rewrite) {
        return Relation::rewrite;
    }
    const bool source_is_kept = comparison.contained_a >= nearly_all;
    const bool nothing_is_added = comparison.contained_b >= nearly_all;
    if (source_is_kept && nothing_is_added) {
        return Relation::copy;
    }
    return nothing_is_added || comparison.contained_b > comparison.contained_a ? Relation::abridged : Relation::extended;
}

Comparison turned(Comparison comparison) {
    std::swap(comparison.contained_a, comparison.contained_b);
    for (Passage& passage : comparison.passages) {
        std::swap(passage.a, passage.b);
    }
    std::ranges::sort(comparison.passages, {}, [](const Passage& passage) { return std::tie(passage.a, passage.b); });
    return comparison;
}

std::optional<Derivation> derive(std::span<const Reading> readings, std::uint32_t i, std::uint32_t j) {
    Comparison comparison = compare(readings[i], readings[j]);
    if (comparison.kind == Comparison::Kind::independent) {
        return std::nullopt;
    }
    if (!is_source(readings[i], readings[j], comparison)) {
        comparison = turned(std::move(comparison));
        std::swap(i, j);
    }
    return Derivation{i, j, relation_of(comparison), comparison.contained_a, comparison.contained_b, std::move(comparison.passages)};
}

}  // namespace

Lineage find_lineage(std::span<const Document> documents) {
    const std::vector<Reading> readings = read_for_lineage(documents);
    std::vector<Sketch> sketches(documents.size());
    std::vector<std::uint32_t> in_time(documents.size());
    std::iota(in_time.begin(), in_time.end(), 0U);
    std::ranges::stable_sort(in_time, [&](std::uint32_t i, std::uint32_t j) { return comes_before(documents[i], documents[j]); });
    for_each_parallel(documents.size(), 0, [&](std::size_t i) { sketches[i] = sketch(readings[in_time[i]].text); });
    const auto candidates = find_candidates(sketches);
    std::vector<std::optional<Derivation>> found(candidates.size());
    for_each_parallel(candidates.size(), 0,
                      [&](std::size_t i) { found[i] = derive(readings, in_time[candidates[i].first], in_time[candidates[i].second]); });
    Lineage lineage;
    for (std::optional<Derivation>& derivation : found) {
        if (derivation) {
            lineage.derivations.push_back(std::move(*derivation));
        }
    }
    std::ranges::sort(lineage.derivations, {}, [](const Derivation& d) { return std::pair(d.a, d.b); });
    group_accounts(readings, lineage);
    return lineage;
}

}  // namespace synoptic
