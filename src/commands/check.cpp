// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "coding/coder.hpp"
#include "commands/command.hpp"
#include "core/failure.hpp"
#include "core/text.hpp"
#include "language/analyzer.hpp"
#include "lineage/find_lineage.hpp"
#include "present/dossier/markup.hpp"
#include "situation/check.hpp"
#include "store/database.hpp"
#include "store/nearest_story.hpp"
#include "store/story_record.hpp"

namespace synoptic {

namespace {

/// A user's sentence as a document, so that it is read as the accounts are.
Document sentence_document(const std::string& sentence) {
    Document document;
    document.path = "the sentence";
    document.language = "en";
    document.text = fold_space(sentence);
    if (!document.text.empty() && std::string_view(".!?").find(document.text.back()) == std::string_view::npos) {
        document.text += '.';
    }
    document.blocks.push_back({.span = {0, static_cast<std::uint32_t>(document.text.size())}});
    return document;
}

class Check final : public Command {
public:
    void setup(CLI::App& app) override {
        app.add_option("database", database_, "what `synoptic read` wrote")->required();
        app.add_option("sentence", sentence_, "a statement of fact, in quotation marks of the shell")->required();
        app.add_option("--story", story_, "the story with this id, or an id that begins so (default: the one nearest to the sentence)");
        app.add_flag("--json", json_, "print one JSON object");
        app.footer(
            "An account speaks for the sentence where it states as much, in its own voice or as somebody's words (told); against it\n"
            "where it denies that, or gives another number or day. Copies count with their original. This is no verdict on what is\n"
            "true: where no account says either, there is not enough to say, and the nearest claims are shown.\n\n"
            "Examples:\n"
            "  synoptic check summit.db \"The talks lasted three hours\"\n"
            "  synoptic check summit.db \"No questions were taken\" --json");
    }

    int run() override {
        const Database database(database_, Database::Mode::read_only);
        const StorySummary summary = find_story(database, story_.empty() ? nearest_story(database, sentence_) : story_);
        const Analyzer analyzer;
        Document sentence = sentence_document(sentence_);
        analyzer.analyze(sentence);
        const Coder coder;
        load(database, load_story(database, summary.id), analyzer, coder);
        const CheckedSentence checked = check_sentence(sentence, coder.code(sentence), told_, documents_, events_, find_lineage(documents_),
                                                       parse_corrections(database.corrections(), "corrections in force"));
        std::cout << (json_ ? as_json(checked, summary) : as_text(checked, summary));
        if (!std::cout.flush()) {
            throw Failure("the output could not be written: its disk is full or its reader has gone");
        }
        return exit_code::ok;
    }

private:
    /// The story's documents, analysed again: the database keeps texts and findings, not the analysis.
    void load(const Database& database, const StoryRecord& story, const Analyzer& analyzer, const Coder& coder) {
        std::set<std::string> members;
        for (const DocumentRecord& document : story.documents) {
            members.insert(document.id);
        }
        for (Document& document : database.load_documents()) {
            if (members.contains(to_hex(document.id))) {
                analyzer.analyze(document);
                events_.push_back(coder.code(document));
                told_.documents.push_back(static_cast<std::uint32_t>(documents_.size()));
                documents_.push_back(std::move(document));
            }
        }
        told_.label = story.label;
    }

    std::string sentence_at(const Provenance& where) const {
        const Document& document = documents_[where.document];
        return fold_space(document.view(document.analysis.sentences[where.sentence].span));
    }

    static std::string voice(const BearingPlace& place) {
        return !place.attributed       ? ""
               : place.said_by.empty() ? " (as somebody says)"
                                       : fmt::format(" (as {} says)", fmt::join(place.said_by, ", "));
    }

    std::string places_text(std::string_view heading, const std::vector<BearingPlace>& places, std::uint32_t accounts) const {
        std::string text = fmt::format("\n{}: {}\n", heading,
                                       places.empty() ? "no account" : counted(accounts, "independent account", "independent accounts"));
        for (const BearingPlace& place : places) {
            text += fmt::format("  {}{}{}\n      {}\n", documents_[place.where.document].path,
                                place.difference.empty() ? "" : ": " + place.difference, voice(place), sentence_at(place.where));
        }
        return text;
    }

    std::string as_text(const CheckedSentence& checked, const StorySummary& summary) const {
        std::string text = fmt::format("{}\nStory: {} ({}, at most {})\n", fold_space(sentence_), summary.label,
                                       counted(summary.documents, "document", "documents"),
                                       counted(summary.accounts, "independent account", "independent accounts"));
        if (checked.enough_to_say()) {
            text += places_text("For it", checked.in_favour, checked.accounts_for);
            text += places_text("Against it", checked.against, checked.accounts_against);
        } else {
            text += "\nNot enough to say: no account states it, and none contradicts it.\n";
        }
        if (!checked.near.empty()) {
            text += "\nClaims near to it:\n";
        }
        for (const NearClaim& claim : checked.near) {
            text += fmt::format("  for {}, against {}{}{}\n      {}: {}\n", claim.accounts_for, claim.accounts_against,
                                claim.where.difference.empty() ? "" : ", " + claim.where.difference, voice(claim.where),
                                documents_[claim.where.where.document].path, sentence_at(claim.where.where));
        }
        return text;
    }

    nlohmann::ordered_json place_json(const BearingPlace& place) const {
        const Document& document = documents_[place.where.document];
        return {{"document", to_hex(document.id)}, {"path", document.path},          {"sentence", sentence_at(place.where)},
                {"difference", place.difference},  {"attributed", place.attributed}, {"said_by", place.said_by}};
    }

    std::string as_json(const CheckedSentence& checked, const StorySummary& summary) const {
        nlohmann::ordered_json json = {{"sentence", fold_space(sentence_)},
                                       {"story", summary.id},
                                       {"enough_to_say", checked.enough_to_say()},
                                       {"accounts_for", checked.accounts_for},
                                       {"accounts_against", checked.accounts_against}};
        for (const auto& [name, places] : {std::pair("for", &checked.in_favour), std::pair("against", &checked.against)}) {
            json[name] = nlohmann::ordered_json::array();
            for (const BearingPlace& place : *places) {
                json[name].push_back(place_json(place));
            }
        }
        json["near"] = nlohmann::ordered_json::array();
        for (const NearClaim& claim : checked.near) {
            nlohmann::ordered_json near = {
                {"claim", claim.text}, {"accounts_for", claim.accounts_for}, {"accounts_against", claim.accounts_against}};
            near["place"] = place_json(claim.where);
            json["near"].push_back(std::move(near));
        }
        return json.dump() + "\n";
    }

    std::string database_;
    std::string sentence_;
    std::string story_;
    bool json_ = false;
    Story told_;
    std::vector<Document> documents_;
    std::vector<std::vector<CodedEvent>> events_;
};

}  // namespace

std::unique_ptr<Command> make_check() { return std::make_unique<Check>(); }

}  // namespace synoptic
