// SPDX-License-Identifier: Apache-2.0
#include "present/csv_export.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "store/byte_positions.hpp"

namespace synoptic {

namespace {

std::string row(std::initializer_list<std::string_view> cells) {
    std::string line;
    for (const std::string_view cell : cells) {
        line += csv_cell(cell) + ",";
    }
    line.pop_back();
    return line + "\r\n";
}

std::string_view or_empty(const std::optional<std::string>& text) { return text ? std::string_view(*text) : std::string_view{}; }

std::string names(const StoryRecord& story, const std::vector<std::uint32_t>& actors) {
    std::string list;
    for (const std::uint32_t actor : actors) {
        list += list.empty() ? "" : "; ";
        list += story.actors[actor].name;
    }
    return list;
}

/// The paths of the documents that report the event, each once, in the story's order.
std::string sources(const StoryRecord& story, const PlaceRecords& evidence) {
    std::vector<std::uint32_t> documents;
    for (const PlaceRecord& place : evidence) {
        documents.push_back(place.document);
    }
    std::ranges::sort(documents);
    documents.erase(std::ranges::unique(documents).begin(), documents.end());
    std::string list;
    for (const std::uint32_t document : documents) {
        list += list.empty() ? "" : "; ";
        list += story.documents[document].url.value_or(story.documents[document].path);
    }
    return list;
}

std::string_view first_sentence(const std::vector<BytePositions>& texts, const PlaceRecords& evidence) {
    return evidence.empty() ? std::string_view{}
                            : texts[evidence.front().document].slice(evidence.front().sentence_start, evidence.front().sentence_end);
}

}  // namespace

std::string csv_cell(std::string_view text) {
    constexpr std::string_view formula_starts = "=+-@\t\r\n";
    std::string cell;
    if (!text.empty() && formula_starts.find(text.front()) != std::string_view::npos) {
        cell = "'";
    }
    cell += text;
    if (cell.find_first_of(",\"\r\n") == std::string::npos) {
        return cell;
    }
    std::string quoted = "\"";
    for (const char c : cell) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + "\"";
}

std::string events_csv_header() {
    return row({"story", "event", "date", "date_grain", "date_basis", "status", "type", "mode", "cameo", "source", "target", "place",
                "accounts", "summary", "sentence", "documents"});
}

std::string events_csv(const StoryRecord& story) {
    std::vector<BytePositions> texts;
    for (const DocumentRecord& document : story.documents) {
        texts.emplace_back(document.text);
    }
    std::string table;
    for (const EventRecord& event : story.events) {
        table += row({story.id, event.id, or_empty(event.date), event.date ? date_grain(*event.date) : std::string_view{},
                      or_empty(event.date_basis), event.status, or_empty(event.type), or_empty(event.mode), or_empty(event.cameo),
                      names(story, event.source), names(story, event.target), or_empty(event.place), std::to_string(event.accounts),
                      event.summary, first_sentence(texts, event.evidence), sources(story, event.evidence)});
    }
    return table;
}

}  // namespace synoptic
