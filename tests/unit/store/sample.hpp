// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.hpp"
#include "core/lineage.hpp"
#include "core/situation.hpp"
#include "core/story.hpp"
#include "store/database.hpp"

namespace synoptic::sample {

/// A folder for one test program's files; goes when the program ends.
class ScratchFolder {
public:
    ScratchFolder() : path_(std::filesystem::path(testing::TempDir()) / ("synoptic-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(path_);
    }
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// A file name in the scratch folder that nothing has yet.
inline std::string fresh_path(std::string_view name) {
    static const ScratchFolder folder;
    const std::filesystem::path path = folder.path() / name;
    std::filesystem::remove(path);
    return path.string();
}

/// An article of blocks of sentences: {{"One.", "Two."}, {"Three."}} => "One. Two.\n\nThree." with its blocks and sentences.
inline Document article(const std::string& path, const std::vector<std::vector<std::string>>& blocks) {
    Document document;
    document.id = make_id<DocTag>({path});
    document.path = path;
    document.language = "en";
    const auto size = [&] { return static_cast<std::uint32_t>(document.text.size()); };
    for (const std::vector<std::string>& block : blocks) {
        document.text += document.text.empty() ? "" : "\n\n";
        const std::uint32_t begin = size();
        for (const std::string& sentence : block) {
            document.text += size() == begin ? "" : " ";
            const std::uint32_t sentence_begin = size();
            document.text += sentence;
            document.analysis.sentences.push_back({{sentence_begin, size()}, 0, 0, static_cast<std::uint32_t>(document.blocks.size())});
        }
        document.blocks.push_back({{begin, size()}, BlockKind::paragraph});
    }
    return document;
}

/// Three accounts of one quay fire (the third an abridged copy of the first) and a fourth, of something else, without a date. They hold
/// every kind of row, letters of more than one byte, and text that would be markup if a page took it for such.
struct Corpus {
    std::vector<Document> documents;
    Lineage lineage;
    std::vector<Story> stories;
    std::vector<Situation> situations;

    Corpus() {
        make_documents();
        make_lineage();
        stories.push_back({make_id<StoryTag>({"fire"}), "Fire at the quay of Skjærvik", {0, 1, 2}});
        stories.push_back({make_id<StoryTag>({"choir"}), "A choir", {3}});
        situations.push_back(fire());
        situations.emplace_back();
    }

    /// Where `words` stand in a document.
    [[nodiscard]] Provenance at(std::uint32_t document, std::string_view words) const {
        const std::size_t found = documents[document].text.find(words);
        if (found == std::string::npos) {
            throw std::logic_error("the sample has no '" + std::string(words) + "'");
        }
        const auto begin = static_cast<std::uint32_t>(found);
        return {document, documents[document].analysis.sentence_at(begin), {begin, begin + static_cast<std::uint32_t>(words.size())}};
    }

    void write(Database& database) const {
        database.add_documents(documents);
        database.replace_stories(documents, lineage, stories, situations);
    }

private:
    void make_documents() {
        documents.push_back(article("pages/gazette.html", {{"A fire destroyed the old fish hall on the quay of Skjærvik on Tuesday night.",
                                                            "“We lost the roof in twenty minutes,” said harbour master Åse Dahl."},
                                                           {"Nine boats burned, the harbour office said.",
                                                            "The council must rebuild the hall within a year, Dahl demanded."},
                                                           {"The mayor, Per Nygård, plans to meet the owners on Friday."}}));
        documents.push_back(
            article("pages/courier.html", {{"Eleven boats were lost when the fish hall of Skjærvik burned down.", "Nobody was hurt."},
                                           {"Mayor Per Nygaard rejected a new hall on the same spot.",
                                            "“Lost the roof”, Dahl told reporters <script>alert(1)</script>."}}));
        documents.push_back(article("pages/wire.txt", {{"A fire destroyed the old fish hall on the quay of Skjærvik on Tuesday night.",
                                                        "Nine boats burned, the harbour office said."}}));
        documents.push_back(article("pages/choir.html", {{"The choir sang \"Ave\" & went home."}}));

        Document& gazette = documents[0];
        gazette.url = "https://gazette.example/fire?a=1&b=2";
        gazette.title = "Fish hall burns <b>down</b>";
        gazette.author = "=HYPERLINK(\"x\")";
        gazette.publisher = "Skjærvik Gazette";
        gazette.published = Published{{2024, 3, 6}, "json-ld"};
        gazette.cut = {{"Read also: ten quays to see", "related", {10, 40}}, {"Home News Sport", "navigation", {0, 9}}};
        gazette.warnings = {{"date conflict", "6 March against 7 March"}};
        gazette.declared_sources = {"the harbour office"};
        gazette.blocks[1].page = {250, 330};
        gazette.blocks[2].kind = BlockKind::list_item;
        documents[1].publisher = "Fjord Courier";
        documents[1].published = Published{{2024, 3, 0}, "text"};
        documents[2].published = Published{{2024, 3, 7}, "meta"};
        documents[2].given_id = "w-1";
        documents[2].record = "line 3";
    }

    void make_lineage() {
        lineage.derivations.push_back(
            {0,
             2,
             Relation::abridged,
             0.45F,
             1.0F,
             {{at(0, "A fire destroyed the old fish hall").span, at(2, "A fire destroyed the old fish hall").span},
              {at(0, "Nine boats burned").span, at(2, "Nine boats burned").span}}});
        lineage.accounts = {{{0, 2}, {1}}, {{1}, {0}}, {{3}, {}}};
        lineage.account_of = {0, 1, 0, 2};
        lineage.relation_of = {Relation::original, Relation::original, Relation::abridged, Relation::original};
        lineage.source_of = {std::nullopt, std::nullopt, 0, std::nullopt};
    }

    [[nodiscard]] Situation fire() const {
        Situation made;
        made.actors.push_back({"Åse Dahl",
                               ActorKind::person,
                               "NOR",
                               {"Dahl"},
                               {{"harbour master", at(0, "harbour master Åse Dahl")}},
                               {at(0, "Åse Dahl"), at(1, "Dahl")}});
        made.actors.push_back({"Per Nygård",
                               ActorKind::person,
                               "",
                               {"Nygård", "Per Nygaard"},
                               {{"mayor", at(0, "The mayor, Per Nygård")}, {"mayor", at(1, "Mayor Per Nygaard")}},
                               {at(0, "Per Nygård"), at(1, "Per Nygaard")}});
        made.quotes.push_back({"We lost the roof in twenty minutes,",
                               QuoteKind::direct,
                               0,
                               "harbour master Åse Dahl",
                               at(0, "“We lost the roof in twenty minutes,”"),
                               {1}});
        made.quotes.push_back({"Lost the roof", QuoteKind::direct, 0, "Dahl", at(1, "“Lost the roof”"), {0}});
        Event burned{"",
                     "",
                     "",
                     "happen.fire",
                     Status::happened,
                     EventDate{{2024, 3, 5}, "stated"},
                     "Skjærvik",
                     {},
                     {},
                     "A fire destroyed the old fish hall on the quay of Skjærvik on Tuesday night.",
                     {at(0, "A fire destroyed the old fish hall"), at(1, "the fish hall of Skjærvik burned down"),
                      at(2, "A fire destroyed the old fish hall")},
                     2};
        Event meeting{"CONSULT",
                      "meet",
                      "036",
                      "meet.plan",
                      Status::planned,
                      EventDate{{2024, 3, 8}, "inherited"},
                      "",
                      {1},
                      {},
                      "The mayor, Per Nygård, plans to meet the owners on Friday.",
                      {at(0, "plans to meet the owners on Friday")},
                      1};
        Event demand{"REQUEST",
                     "",
                     "104",
                     "demand",
                     Status::called_for,
                     std::nullopt,
                     "",
                     {0},
                     {1},
                     "The council must rebuild the hall within a year, Dahl demanded.",
                     {at(0, "must rebuild the hall")},
                     1};
        made.events = {burned, meeting, demand};
        made.claims.push_back({"A fire destroyed the old fish hall on the quay of Skjærvik on Tuesday night.",
                               {at(0, "A fire destroyed the old fish hall"), at(1, "the fish hall of Skjærvik burned down"),
                                at(2, "A fire destroyed the old fish hall")},
                               {},
                               {},
                               2,
                               0,
                               {}});
        made.claims.push_back({"Nine boats burned, the harbour office said.",
                               {at(0, "Nine boats burned"), at(2, "Nine boats burned")},
                               {at(1, "Eleven boats were lost")},
                               {},
                               1,
                               1,
                               {0}});
        made.conflicts.push_back(
            {ConflictKind::number,
             false,
             "boats lost",
             {{"nine", {at(0, "Nine boats burned"), at(2, "Nine boats burned")}}, {"eleven", {at(1, "Eleven boats were lost")}}}});
        made.positions.push_back(
            {0, "rebuilding the hall", Stance::demands, "after", {at(0, "The council must rebuild the hall within a year")}});
        made.positions.push_back({1, "rebuilding the hall", Stance::rejects, "", {at(1, "rejected a new hall")}});
        made.timeline = {{{2024, 3, 5}, 0}, {{2024, 3, 8}, 1}};
        return made;
    }
};

}  // namespace synoptic::sample
