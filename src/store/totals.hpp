// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace synoptic {

class Database;

/// How much a database holds.
struct Totals {
    std::size_t documents = 0;
    std::size_t undated = 0;
    std::size_t not_analysed = 0;  ///< in languages that are cleaned and grouped only
    std::size_t cut = 0;           ///< pieces of pages that are not article
    std::size_t stories = 0;
    std::size_t accounts = 0;  ///< independent ones
    std::size_t derived = 0;   ///< copies, abridged and extended versions, rewrites
    std::size_t quotes = 0;
    std::size_t events = 0;
    std::size_t claims = 0;
    std::size_t corroborated = 0;  ///< claims that two or more independent accounts hold
    std::size_t conflicts = 0;
};

Totals count_totals(const Database& database);

}  // namespace synoptic
