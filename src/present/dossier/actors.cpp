// SPDX-License-Identifier: Apache-2.0
// Actors with every spelling and role.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "core/text.hpp"
#include "present/dossier/markup.hpp"
#include "present/dossier/sections.hpp"

namespace synoptic {

namespace {

constexpr std::size_t shown_first = 24;

/// Roles of the same words taken together, each with its signs.
std::string roles(const DossierContext& context, const ActorRecord& actor) {
    std::vector<std::pair<std::string, PlaceRecords>> distinct;
    for (const RoleRecord& role : actor.roles) {
        auto known = std::ranges::find(distinct, fold_case(role.text), [](const auto& each) { return fold_case(each.first); });
        if (known == distinct.end()) {
            known = distinct.insert(distinct.end(), {role.text, {}});
        }
        known->second.insert(known->second.end(), role.evidence.begin(), role.evidence.end());
    }
    std::string html;
    for (const auto& [text, places] : distinct) {
        html += fmt::format("<li>{} {}</li>\n", escape_html(text), context.signs(places));
    }
    return html.empty() ? "" : "<ul>\n" + html + "</ul>\n";
}

std::string actor_html(const DossierContext& context, const ActorRecord& actor) {
    std::string aliases;
    for (const std::string& alias : actor.aliases) {
        aliases += aliases.empty() ? "" : " · ";
        aliases += escape_html(alias);
    }
    return fmt::format(
        "<li id=\"{}\"><h3>{} <small>{}{}</small></h3>\n{}{}<p class=\"mentions\">{}{}</p></li>\n", item_anchor("actor", actor.id),
        escape_html(actor.name), escape_html(actor.kind), actor.country ? ", " + escape_html(*actor.country) : "",
        aliases.empty() ? "" : fmt::format("<p class=\"aliases\">also {}</p>\n", aliases), roles(context, actor),
        actor.mentions.empty() ? "" : counted(actor.mentions.size(), "mention", "mentions") + " ", context.signs(actor.mentions));
}

}  // namespace

std::string actors_section(const DossierContext& context) {
    const std::vector<ActorRecord>& actors = context.story().actors;
    if (actors.empty()) {
        return section("actors", "Actors", "", "<p class=\"empty\">No actor was found.</p>\n");
    }
    std::vector<std::size_t> order(actors.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t index) { return actors[index].mentions.size(); });
    std::string first;
    std::string rest;
    for (std::size_t i = 0; i < order.size(); ++i) {
        (i < shown_first ? first : rest) += actor_html(context, actors[order[i]]);
    }
    return section(
        "actors", "Actors", "Every name, spelling and office the accounts give them.",
        "<ul class=\"actors\">\n" + first + "</ul>\n" +
            (rest.empty() ? "" : folded(fmt::format("{} more", order.size() - shown_first), "<ul class=\"actors\">\n" + rest + "</ul>\n")));
}

}  // namespace synoptic
