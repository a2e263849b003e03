// SPDX-License-Identifier: Apache-2.0
// What happened when, by how surely it is dated; what was planned, called for, denied or supposed is kept apart.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "present/dossier/markup.hpp"
#include "present/dossier/sections.hpp"

namespace synoptic {

namespace {

constexpr std::size_t shown_per_date = 4;  ///< single-account events beyond these are folded

/// Where the event's summary stands, else the shortest of its sentences.
PlaceRecord best_place(const DossierContext& context, const EventRecord& event) {
    const auto summary =
        std::ranges::find_if(event.evidence, [&](const PlaceRecord& place) { return context.sentence(place) == event.summary; });
    if (summary != event.evidence.end()) {
        return *summary;
    }
    return *std::ranges::min_element(event.evidence, {}, [&](const PlaceRecord& place) { return context.sentence(place).size(); });
}

std::string participants(const DossierContext& context, const EventRecord& event) {
    std::string text;
    if (!event.source.empty() || !event.target.empty()) {
        text = event.source.empty() ? "?" : context.actor_names(event.source);
        text += event.target.empty() ? "" : " → " + context.actor_names(event.target);
    }
    if (event.type) {
        text += fmt::format("{}<span class=\"code\">{}{}</span>", text.empty() ? "" : " · ", escape_html(*event.type),
                            event.cameo ? " " + escape_html(*event.cameo) : "");
    }
    if (event.place) {
        text += fmt::format("{}{}", text.empty() ? "" : " · ", escape_html(*event.place));
    }
    return text.empty() ? "" : "<small class=\"who\">" + text + "</small>";
}

std::string basis_words(const EventRecord& event) {
    if (!event.date_basis || *event.date_basis == "stated") {
        return "";
    }
    std::string_view words = "date taken over from the context";
    if (*event.date_basis == "publication date") {
        words = "reckoned from the day of publication";
    } else if (*event.date_basis == "day given by the user") {
        words = "reckoned from the day given to the program";
    }
    return fmt::format(" <small>· {}</small>", words);
}

/// What came of a plan, and on which day.
std::string outcome_html(const DossierContext& context, const EventRecord& event) {
    if (!event.outcome) {
        return "";
    }
    const EventRecord& outcome = context.story().events[*event.outcome];
    return fmt::format(" <small>· <a href=\"#{}\">came about</a>{}</small>", item_anchor("event", outcome.id),
                       outcome.date ? " " + time_html(*outcome.date) : "");
}

std::string event_html(const DossierContext& context, const EventRecord& event, std::string_view style) {
    if (event.evidence.empty()) {
        return "";
    }
    const PlaceRecord place = best_place(context, event);
    return fmt::format("<li id=\"{}\" class=\"{}{}\"><p {}>{}</p> {}{}{}{}</li>\n", item_anchor("event", event.id), style,
                       event.accounts >= 2 ? "" : " hollow", context.language_attributes(place.document), context.marked_sentence(place),
                       context.signs(event.evidence), participants(context, event), basis_words(event), outcome_html(context, event));
}

using Events = std::vector<const EventRecord*>;

/// Events of one date: the widely held first, what single accounts add folded where there is much of it.
std::string list_html(const DossierContext& context, Events events) {
    std::ranges::stable_sort(events, std::greater{}, &EventRecord::accounts);
    std::string shown;
    std::string rest;
    std::size_t rest_count = 0;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const std::string html = event_html(context, *events[i], events[i]->status == "planned" ? "expected" : "told");
        const bool fold = i >= shown_per_date && events[i]->accounts < 2 && events.size() > shown_per_date + 1;
        rest_count += fold ? 1 : 0;
        (fold ? rest : shown) += html;
    }
    return fmt::format("<ul class=\"events\">\n{}</ul>\n", shown) +
           (rest.empty()
                ? ""
                : folded(fmt::format("{} more, each told by one account", rest_count), "<ul class=\"events\">\n" + rest + "</ul>\n"));
}

std::string dated(const DossierContext& context) {
    std::vector<std::pair<std::string, Events>> dates;
    for (const TimelineRecord& entry : context.story().timeline) {
        if (dates.empty() || dates.back().first != entry.date) {
            dates.push_back({entry.date, {}});
        }
        dates.back().second.push_back(&context.story().events[entry.event]);
    }
    std::string html;
    for (const auto& [date, events] : dates) {
        const std::string_view grain = date_grain(date);
        html += fmt::format("<li class=\"{}\"><h3>{}{}</h3>\n{}</li>\n", grain == "day" ? "day" : "about",
                            grain == "day" ? "" : "<small>some time in</small> ", time_html(date), list_html(context, events));
    }
    return html.empty() ? "<p class=\"empty\">No event of this story is dated.</p>\n" : "<ol class=\"timeline\">\n" + html + "</ol>\n";
}

std::string others(const DossierContext& context, std::string_view status, std::string_view one, std::string_view many, bool dated_too) {
    std::string items;
    std::size_t count = 0;
    for (const EventRecord& event : context.story().events) {
        if (event.status == status && (dated_too || !event.date)) {
            ++count;
            items += event_html(context, event, "apart");
        }
    }
    return count == 0 ? "" : folded(counted(count, one, many), "<ul class=\"events\">\n" + items + "</ul>\n");
}

}  // namespace

std::string timeline_section(const DossierContext& context) {
    const std::string apart = others(context, "called-for", "thing called for", "things called for", true) +
                              others(context, "denied", "thing denied", "things denied", true) +
                              others(context, "hypothetical", "thing supposed only", "things supposed only", true);
    return section(
        "timeline", "Timeline",
        "A full dot: two independent accounts or more. A hollow one: a single account. Dashed: expected or planned when it was written.",
        dated(context) + others(context, "happened", "event without a date", "events without a date", false) +
            others(context, "planned", "plan without a date", "plans without a date", false) +
            (apart.empty() ? "" : "<h3 class=\"sub\">Not told as having happened</h3>\n" + apart));
}

}  // namespace synoptic
