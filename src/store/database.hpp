// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/coded_event.hpp"
#include "core/document.hpp"
#include "core/lineage.hpp"
#include "core/situation.hpp"
#include "core/story.hpp"

struct sqlite3;

namespace synoptic {

/// An input that was passed over, as kept in table `rejects`.
struct RejectRow {
    std::string path;
    std::string record;
    std::string reason;
};

/// One SQLite file: documents as read, and what was made of them. Each call is one transaction, so a killed run leaves a database that
/// opens and holds all that was acknowledged. Not for use from several threads. Every member throws Failure with a sentence.
class Database {
public:
    enum class Mode { create_or_update, read_only };

    /// Refuses a file that is no synoptic database, and one with a newer schema.
    Database(const std::string& path, Mode mode);
    ~Database();
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;

    /// Whether a document with this id is stored (the id hashes the page's bytes and name, so a changed page has another).
    [[nodiscard]] bool holds(const DocId& id) const;
    /// Adds documents (texts, blocks, cuts, metadata; not their analysis); one from the same path and record as a stored one replaces
    /// it. Marks what was made of the documents as out of date.
    void add_documents(std::span<const Document> documents);
    void add_rejects(std::span<const RejectRow> rejects);

    /// The corrections file in force, as it was given; empty where there is none.
    [[nodiscard]] std::string corrections() const;
    /// Keeps a corrections file for this and later runs. Another text than the one in force marks the stories as out of date.
    void set_corrections(std::string_view toml);

    /// All documents in order of (published, id), without their analysis.
    [[nodiscard]] std::vector<Document> load_documents() const;

    /// Whether documents were added since replace_stories was last called, or it never was.
    [[nodiscard]] bool out_of_date() const;
    /// Of each story that is told: what its situation was made from, as replace_stories was given it.
    [[nodiscard]] std::map<StoryId, std::string> made_from() const;
    /// Replaces stories and lineage as a whole, and the situations that are given; `situations[i]` belongs to `stories[i]`, and where it
    /// is empty the one that the database holds of that story stays. `made_from[i]` is kept beside it, for the next run to tell whether
    /// it must be made again. Indices are into `documents`, which are those of load_documents(), those of given situations with their
    /// analysis. The documents numbered in `cut_anew` have another text than the stored one: it is replaced, with what was cut.
    void replace_stories(std::span<const Document> documents, const Lineage& lineage, std::span<const Story> stories,
                         std::span<const std::optional<Situation>> situations, std::span<const std::string> made_from,
                         std::span<const std::uint32_t> cut_anew = {});

    /// The same with all situations given.
    void replace_stories(std::span<const Document> documents, const Lineage& lineage, std::span<const Story> stories,
                         std::span<const Situation> situations);

    /// The connection, for readers of the tables (present/).
    [[nodiscard]] ::sqlite3* handle() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace synoptic
