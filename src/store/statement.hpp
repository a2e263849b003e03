// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace synoptic {

/// Throws Failure with a sentence about the last error of `connection`: locked, disk full, damaged, read-only ...
[[noreturn]] void throw_store_failure(sqlite3* connection);

/// Runs SQL that gives no rows (one or several statements).
void execute(sqlite3* connection, const std::string& sql);

/// One prepared statement. Parameters and columns are numbered from 0. A text that is bound must live until the next step.
///
///     SqlStatement titles(connection, "SELECT title FROM document WHERE language = ?");
///     titles.bind(0, "en");
///     while (titles.step()) { use(titles.text(0)); }
class SqlStatement {
public:
    SqlStatement(sqlite3* connection, std::string_view sql);

    SqlStatement& bind(int parameter, std::string_view text);
    SqlStatement& bind(int parameter, std::int64_t number);
    SqlStatement& bind_null(int parameter);
    /// NULL for an empty text.
    SqlStatement& bind_or_null(int parameter, std::string_view text);

    /// Goes to the next row; false, and ready to be bound and stepped again, when there is none.
    bool step();
    /// For a statement without rows: binds all and runs once.
    template <typename... Values>
    void run(const Values&... values) {
        int parameter = 0;
        (bind(parameter++, values), ...);
        while (step()) {
        }
    }

    /// Valid until the next step; empty for NULL.
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::optional<std::string> optional_text(int column) const;
    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] std::uint32_t position(int column) const { return static_cast<std::uint32_t>(number(column)); }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    sqlite3* connection_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// BEGIN at birth, ROLLBACK at death unless committed.
class Transaction {
public:
    explicit Transaction(sqlite3* connection);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    sqlite3* connection_;
    bool open_ = true;
};

}  // namespace synoptic
