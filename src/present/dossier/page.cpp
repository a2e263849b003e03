// SPDX-License-Identifier: Apache-2.0
#include "present/dossier/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <vector>

#include "core/asset.hpp"
#include "present/dossier/markup.hpp"
#include "present/dossier/sections.hpp"

namespace synoptic {

namespace {

std::string navigation(const DossierContext& context) {
    const StoryRecord& story = context.story();
    const auto shared = static_cast<std::size_t>(std::ranges::count_if(
        story.claims, [](const ClaimRecord& claim) { return claim.accounts_for >= 2 || claim.accounts_against >= 1; }));
    const std::vector<std::tuple<std::string_view, std::string_view, std::size_t>> links = {
        {"accounts", "Accounts", story.documents.size()},
        {"differences", "Where they differ", story.conflicts.size()},
        {"claims", "Who says what", shared},
        {"timeline", "Timeline", story.timeline.size()},
        {"quotes", "Who is quoted", story.quotes.size()},
        {"positions", "Who wants what", story.positions.size()},
        {"actors", "Actors", story.actors.size()},
        {"lineage", "Who copied whom", story.derivations.size()},
        {"alone", "Only one account", 0},
        {"method", "Method and cuts", 0},
    };
    std::string items;
    for (const auto& [id, title, count] : links) {
        items += fmt::format("<li><a href=\"#{}\">{}</a>{}</li>", id, title, count == 0 ? "" : fmt::format(" <small>{}</small>", count));
    }
    return "<nav aria-label=\"Sections\"><ul>" + items + "</ul></nav>\n";
}

std::string span_of_dates(const StoryRecord& story) {
    if (!story.first_date) {
        return "";
    }
    const std::string first = time_html(*story.first_date);
    return story.first_date == story.last_date ? "published " + first
                                               : fmt::format("published {} to {}", first, time_html(*story.last_date));
}

}  // namespace

std::string other_stories_section(const StoryRecord& story, std::span<const StorySummary> stories) {
    std::string items;
    for (const StorySummary& other : stories) {
        if (other.id != story.id) {
            items += fmt::format("<li><code>{}</code> {} <small>{}</small></li>\n", escape_html(other.id.substr(0, 12)),
                                 escape_html(other.label), counted(other.documents, "document", "documents"));
        }
    }
    return items.empty()
               ? ""
               : section(
                     "others", "Other stories in the same database", "",
                     folded(counted(stories.size() - 1, "other story", "other stories"),
                            "<p>Each has a page of its own: <code>synoptic dossier DATABASE --story ID -o PAGE.html</code></p>\n<ul>\n" +
                                items + "</ul>\n"));
}

std::string dossier_page(const StoryRecord& story, std::span<const StorySummary> stories) {
    const DossierContext context(story);
    const std::string title = story.label.empty() ? "A story without a name" : escape_html(story.label);
    const std::string dates = span_of_dates(story);
    std::string page = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
        "form-action 'none'\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n"
        "<a class=\"skip\" href=\"#differences\">To where the accounts differ</a>\n<span id=\"closed\"></span>\n<main>\n<header "
        "class=\"top\">\n"
        "<p class=\"kicker\">Synoptic dossier{}</p>\n<h1>{}</h1>\n",
        title, asset("html/dossier.css"), dates.empty() ? "" : " · " + dates, title);
    page += honesty_line(context);
    page += "<p class=\"lead\">What these accounts say, laid side by side. Nothing here is a verdict: every line leads to the sentence it "
            "rests on.</p>\n</header>\n";
    page += navigation(context);
    for (const auto write : {accounts_section, differences_section, claims_section, timeline_section, quotes_section, positions_section,
                             actors_section, lineage_section, silence_section, method_section}) {
        page += write(context);
    }
    page += other_stories_section(story, stories);
    page += "</main>\n" + texts_pane(context) + "</body>\n</html>\n";
    return page;
}

}  // namespace synoptic
