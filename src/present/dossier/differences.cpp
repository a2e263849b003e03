// SPDX-License-Identifier: Apache-2.0
// Where the accounts differ: the sides of each conflict next to each other, with the differing words marked.
#include <fmt/format.h>

#include <algorithm>

#include "core/text.hpp"
#include "core/utf8.hpp"
#include "present/dossier/markup.hpp"
#include "present/dossier/sections.hpp"
#include "present/dossier/word_diff.hpp"

namespace synoptic {

namespace {

constexpr std::size_t shown_per_side = 3;

std::string_view kind_words(std::string_view kind) {
    return kind == "number"       ? "a number"
           : kind == "date"       ? "a date"
           : kind == "who"        ? "who it was"
           : kind == "occurrence" ? "whether it happened"
           : kind == "role"       ? "an office or title"
           : kind == "precedence" ? "what came first"
           : kind == "place"      ? "a place"
                                  : "something else";
}

/// The words of the place that the other side's first place has not, if the two are much alike; else all of the place.
std::vector<RangeRecord> parting_words(const DossierContext& context, const PlaceRecord& place, const ConflictRecord& conflict,
                                       const SideRecord& side) {
    const auto other =
        std::ranges::find_if(conflict.sides, [&](const SideRecord& each) { return &each != &side && !each.evidence.empty(); });
    if (other == conflict.sides.end()) {
        return {{place.start, place.end}};
    }
    const std::string_view words = context.view(place);
    const WordDifference difference = compare_words(words, context.view(other->evidence.front()));
    std::vector<RangeRecord> marks;
    std::size_t marked = 0;
    for (const Span stretch : difference.a) {
        marks.push_back({place.start + count_code_points(words.substr(0, stretch.begin)),
                         place.start + count_code_points(words.substr(0, stretch.end))});
        marked += stretch.size();
    }
    return marks.empty() || marked * 2 > words.size() ? std::vector<RangeRecord>{{place.start, place.end}} : marks;
}

/// The words that make a side what it is: its value where the sentence has it, else what parts it from the other side.
std::vector<RangeRecord> differing_words(const DossierContext& context, const PlaceRecord& place, const ConflictRecord& conflict,
                                         const SideRecord& side) {
    const std::string_view value = bare(side.value);
    const std::string_view sentence = context.sentence(place);
    const std::size_t found = lower_ascii(sentence).find(lower_ascii(value));
    if (value.empty() || found == std::string::npos) {
        return parting_words(context, place, conflict, side);
    }
    const std::uint32_t start = place.sentence_start + count_code_points(sentence.substr(0, found));
    return {{start, start + count_code_points(value)}};
}

std::string side_html(const DossierContext& context, const ConflictRecord& conflict, const SideRecord& side) {
    std::string html;
    std::string rest;
    const std::vector<PlaceRecords> groups = group_by_sentence(context, side.evidence);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const PlaceRecord& place = groups[i].front();
        (i < shown_per_side || groups.size() == shown_per_side + 1 ? html : rest) +=
            context.quotation(groups[i], context.marked_sentence(place, differing_words(context, place, conflict, side)));
    }
    if (!rest.empty()) {
        html += folded(fmt::format("{} more sentences", groups.size() - shown_per_side), rest);
    }
    std::vector<std::uint32_t> accounts;
    for (const PlaceRecord& place : side.evidence) {
        accounts.push_back(context.account_of(place.document));
    }
    std::ranges::sort(accounts);
    accounts.erase(std::ranges::unique(accounts).begin(), accounts.end());
    return fmt::format("<div class=\"side\">\n<h4>{} <small>{}</small></h4>\n{}</div>\n", escape_html(bare(side.value)),
                       counted(accounts.size(), "account", "accounts"), html);
}

std::string conflict_html(const DossierContext& context, const ConflictRecord& conflict) {
    const std::string id = item_anchor("conflict", conflict.id);
    std::string sides;
    for (const SideRecord& side : conflict.sides) {
        sides += side_html(context, conflict, side);
    }
    return fmt::format("<article class=\"conflict\" id=\"{0}\">\n<h3><a href=\"#{0}\">{1}</a> <small class=\"tag\">{2}</small></h3>\n<div "
                       "class=\"sides\">\n{3}</div>\n</article>\n",
                       id, conflict.about.empty() ? "Two versions" : escape_html(shortened(conflict.about, 160)), kind_words(conflict.kind),
                       sides);
}

}  // namespace

std::string differences_section(const DossierContext& context) {
    std::string between;
    std::string within;
    for (const ConflictRecord& conflict : context.story().conflicts) {
        (conflict.scope == "within-account" ? within : between) += conflict_html(context, conflict);
    }
    if (between.empty()) {
        between =
            fmt::format("<p class=\"empty\">{}</p>\n",
                        context.story().accounts.size() < 2
                            ? "There is only one independent account, so there is nothing to set against it."
                            : "No conflict was found between these accounts. That they agree on everything is not thereby said: only some "
                              "kinds of difference are looked for.");
    }
    if (!within.empty()) {
        within = "<h3 class=\"sub\">Accounts at odds with themselves</h3>\n" + within;
    }
    return section("differences", "Where they differ",
                   "What two accounts both state as fact and cannot both be right about. Actors who disagree stand under positions; plans "
                   "and what came of them, "
                   "and figures of different days, are no conflict.",
                   between + within);
}

}  // namespace synoptic
