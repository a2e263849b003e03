// SPDX-License-Identifier: Apache-2.0
#include "lineage/find_lineage.hpp"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "core/workers.hpp"
#include "lineage/accounts.hpp"
#include "lineage/direction.hpp"

namespace synoptic {

Lineage find_lineage(std::span<const Document> documents, const LineageOptions& options) {
    std::vector<std::uint32_t> in_time(documents.size());
    std::iota(in_time.begin(), in_time.end(), 0U);
    std::ranges::stable_sort(in_time, [&](std::uint32_t i, std::uint32_t j) { return comes_before(documents[i], documents[j]); });
    std::vector<Reading> readings(documents.size());
    for_each_parallel(documents.size(), options.threads, [&](std::size_t i) { readings[i] = read_for_lineage(documents[in_time[i]]); });
    Lineage lineage;
    CopyFinder finder(options, documents.size());
    for (ComparedPair& pair : finder.add(std::move(readings))) {
        Derivation& derivation = pair.derivation;
        if (derivation.relation != Relation::independent && derivation.relation != Relation::quotation) {
            derivation.a = in_time[derivation.a];
            derivation.b = in_time[derivation.b];
            lineage.derivations.push_back(std::move(derivation));
        }
    }
    std::ranges::sort(lineage.derivations, {}, [](const Derivation& d) { return std::pair(d.a, d.b); });
    group_accounts(documents, lineage);
    return lineage;
}

}  // namespace synoptic
