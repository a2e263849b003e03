// SPDX-License-Identifier: Apache-2.0
// Accounts and the proofs of who copied whom, as rows.
#include "store/lineage_writer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "store/statement.hpp"

namespace synoptic {

namespace {

/// An account is known by its first document that derives from no other, so that a copy found later does not rename it.
std::string account_id(const Account& account, const Lineage& lineage, const CorpusText& corpus) {
    const auto root = std::ranges::find_if(account.documents, [&](std::uint32_t each) { return !lineage.source_of[each].has_value(); });
    return to_hex(hash_pieces({"account", corpus.id(root == account.documents.end() ? account.documents.front() : *root)}));
}

std::int64_t per_mille(float share) { return std::lround(static_cast<double>(share) * 1000.0); }

void write_derivation(const Derivation& derivation, const CorpusText& corpus, SqlStatement& add, SqlStatement& add_passage) {
    const std::string& source = corpus.id(derivation.a);
    const std::string& derived = corpus.id(derivation.b);
    add.run(source, derived, name(derivation.relation), per_mille(derivation.contained_a), per_mille(derivation.contained_b));
    std::int64_t number = 0;
    for (const Passage& passage : derivation.passages) {
        const StoredPlace a = corpus.place(derivation.a, 0, passage.a);
        const StoredPlace b = corpus.place(derivation.b, 0, passage.b);
        add_passage.run(source, derived, number++, std::int64_t{a.start}, std::int64_t{a.end}, std::int64_t{b.start}, std::int64_t{b.end});
    }
}

}  // namespace

void write_lineage(sqlite3* connection, const Lineage& lineage, const CorpusText& corpus) {
    std::vector<std::string> ids;
    for (const Account& account : lineage.accounts) {
        ids.push_back(account_id(account, lineage, corpus));
    }
    SqlStatement add_account(connection, "INSERT INTO account VALUES (?)");
    SqlStatement add_tie(connection, "INSERT OR IGNORE INTO account_tie VALUES (?,?)");
    SqlStatement add_document(connection, "INSERT INTO account_document VALUES (?,?,?,?)");
    for (std::size_t i = 0; i < lineage.accounts.size(); ++i) {
        add_account.run(ids[i]);
        for (const std::uint32_t other : lineage.accounts[i].shares_sources_with) {
            add_tie.run(ids[i], ids[other]);
        }
        for (const std::uint32_t document : lineage.accounts[i].documents) {
            const std::optional<std::uint32_t> source = lineage.source_of[document];
            add_document.bind(0, corpus.id(document)).bind(1, ids[i]).bind(2, name(lineage.relation_of[document]));
            add_document.bind_or_null(3, source ? std::string_view(corpus.id(*source)) : std::string_view{});
            add_document.step();
        }
    }
    SqlStatement add_derivation(connection, "INSERT OR IGNORE INTO derivation VALUES (?,?,?,?,?)");
    SqlStatement add_passage(connection, "INSERT OR IGNORE INTO passage VALUES (?,?,?,?,?,?,?)");
    for (const Derivation& derivation : lineage.derivations) {
        write_derivation(derivation, corpus, add_derivation, add_passage);
    }
}

}  // namespace synoptic
