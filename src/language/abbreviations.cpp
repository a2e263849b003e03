// SPDX-License-Identifier: Apache-2.0
#include "language/abbreviations.hpp"

#include "core/failure.hpp"
#include "core/table.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

Abbreviation kind_named(std::string_view name) {
    if (name == "title") {
        return Abbreviation::title;
    }
    if (name == "inner") {
        return Abbreviation::inner;
    }
    if (name == "number") {
        return Abbreviation::number;
    }
    return name == "month" ? Abbreviation::month : name == "final" ? Abbreviation::final : Abbreviation::none;
}

}  // namespace

Abbreviations::Abbreviations() {
    for (const Row& row : load_table("language_words.tsv")) {
        const std::string_view kind = row.at(0);
        for (std::string_view word : split(row.at(1), ' ')) {
            if (kind == "starter") {
                starters_.insert(word);
            } else if (kind == "prefix") {
                prefixes_.insert(word);
            } else if (kind == "speech") {
                speech_verbs_.insert(word);
            } else if (kind == "unit") {
                units_.insert(word);
            } else if (kind_named(kind) != Abbreviation::none) {
                abbreviations_.emplace(word, kind_named(kind));
            } else {
                throw Failure("language_words.tsv: line " + std::to_string(row.line) + ": unknown kind of word");
            }
        }
    }
}

Abbreviation Abbreviations::find(std::string_view lower) const {
    const auto found = abbreviations_.find(lower);
    return found == abbreviations_.end() ? Abbreviation::none : found->second;
}

bool Abbreviations::begins_sentence(std::string_view word) const {
    return !word.empty() && is_ascii_upper(word.front()) && starters_.contains(lower_ascii(word));
}

}  // namespace synoptic
