// SPDX-License-Identifier: Apache-2.0
// Who wants what: a grid of actors by issue, then what only one actor speaks to.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "present/dossier/markup.hpp"
#include "present/dossier/sections.hpp"

namespace synoptic {

namespace {

constexpr std::size_t most_columns = 6;

struct Issue {
    std::string name;
    std::vector<const PositionRecord*> positions;
    std::vector<std::uint32_t> actors;
};

/// In order of how many actors speak to them.
std::vector<Issue> issues_of(const StoryRecord& story) {
    std::vector<Issue> issues;
    for (const PositionRecord& position : story.positions) {
        auto issue = std::ranges::find(issues, position.issue, &Issue::name);
        if (issue == issues.end()) {
            issue = issues.insert(issues.end(), {position.issue, {}, {}});
        }
        issue->positions.push_back(&position);
        if (std::ranges::find(issue->actors, position.actor) == issue->actors.end()) {
            issue->actors.push_back(position.actor);
        }
    }
    std::ranges::stable_sort(issues, std::greater{}, [](const Issue& issue) { return issue.actors.size(); });
    return issues;
}

std::string stance_html(const PositionRecord& position) {
    return fmt::format("<span class=\"stance {0}\">{0}</span>{1}", escape_html(position.stance),
                       position.phase ? fmt::format(" <small>{}</small>", escape_html(*position.phase)) : "");
}

std::string grid(const DossierContext& context, const std::vector<Issue>& issues) {
    std::vector<std::uint32_t> actors;
    std::string head;
    for (const Issue& issue : issues) {
        head += fmt::format("<th scope=\"col\">{}</th>", escape_html(issue.name));
        actors.insert(actors.end(), issue.actors.begin(), issue.actors.end());
    }
    std::ranges::sort(actors);
    actors.erase(std::ranges::unique(actors).begin(), actors.end());
    std::string rows;
    for (const std::uint32_t actor : actors) {
        rows += fmt::format("<tr><th scope=\"row\">{}</th>", context.actor_link(actor));
        for (const Issue& issue : issues) {
            std::string cell;
            for (const PositionRecord* position : issue.positions) {
                if (position->actor == actor) {
                    cell += fmt::format("<div>{} {}</div>", stance_html(*position), context.signs(position->evidence));
                }
            }
            rows += "<td>" + cell + "</td>";
        }
        rows += "</tr>\n";
    }
    return fmt::format("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Positions\"><table "
                       "class=\"grid\">\n<thead><tr><th scope=\"col\">Actor</th>{}</tr></thead>\n<tbody>\n{}</tbody>\n</table></div>\n",
                       head, rows);
}

/// One actor's positions, each with its sentence.
std::string by_actor(const DossierContext& context, const std::vector<Issue>& issues) {
    std::vector<const PositionRecord*> positions;
    for (const Issue& issue : issues) {
        positions.insert(positions.end(), issue.positions.begin(), issue.positions.end());
    }
    std::ranges::stable_sort(positions, {}, &PositionRecord::actor);
    std::string html;
    for (std::size_t i = 0; i < positions.size();) {
        std::string items;
        const std::uint32_t actor = positions[i]->actor;
        std::size_t count = 0;
        for (; i < positions.size() && positions[i]->actor == actor; ++i, ++count) {
            const PositionRecord& position = *positions[i];
            items += fmt::format("<li><p>{}: <b>{}</b></p>{}</li>\n", stance_html(position), escape_html(bare(position.issue)),
                                 context.quotations(position.evidence));
        }
        html += fmt::format(
            "<details class=\"speaker\" open><summary>{} <small>{}</small></summary>\n<ul class=\"positions\">\n{}</ul>\n</details>\n",
            escape_html(context.story().actors[actor].name), counted(count, "position", "positions"), items);
    }
    return html;
}

}  // namespace

std::string positions_section(const DossierContext& context) {
    const std::string lead = "What actors are reported to want, in their own words or the accounts’. What an account says in its own voice "
                             "is never filed under an actor.";
    std::vector<Issue> issues = issues_of(context.story());
    if (issues.empty()) {
        return section("positions", "Who wants what", lead,
                       "<p class=\"empty\">No actor is reported to take a position, as far as was found.</p>\n");
    }
    std::vector<Issue> columns;
    for (const Issue& issue : issues) {
        if (issue.actors.size() >= 2 && columns.size() < most_columns) {
            columns.push_back(issue);
        }
    }
    std::string html = columns.empty() ? "" : grid(context, columns);
    return section("positions", "Who wants what", lead, html + by_actor(context, issues));
}

}  // namespace synoptic
