// SPDX-License-Identifier: Apache-2.0
#include "store/totals.hpp"

#include "store/database.hpp"
#include "store/statement.hpp"

namespace synoptic {

Totals count_totals(const Database& database) {
    const auto count = [&](std::string_view rows) {
        SqlStatement statement(database.handle(), "SELECT count(*) FROM " + std::string(rows));
        return statement.step() ? static_cast<std::size_t>(statement.number(0)) : 0;
    };
    return {
        .documents = count("document"),
        .undated = count("document WHERE published IS NULL"),
        .not_analysed = count("warning WHERE kind = 'not analysed'"),
        .cut = count("cut"),
        .stories = count("story"),
        .accounts = count("account"),
        .derived = count("account_document WHERE relation <> 'original'"),
        .quotes = count("quote"),
        .events = count("event"),
        .claims = count("claim"),
        .corroborated = count("claim WHERE accounts_for >= 2"),
        .conflicts = count("conflict"),
    };
}

}  // namespace synoptic
