// SPDX-License-Identifier: Apache-2.0
// Who says what: claims by accounts, as a gospel synopsis lays them out; and what only one account says.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "present/dossier/markup.hpp"
#include "present/dossier/sections.hpp"

namespace synoptic {

namespace {

/// How an account stands to a claim, and the place that shows it.
struct Stand {
    enum Kind { silent, states, reports, not_as_fact, contradicts } kind = silent;
    PlaceRecord place;
};

struct Sign {
    std::string_view mark;
    std::string_view words;
    std::string_view style;
};
constexpr std::array<Sign, 5> signs = {{{"·", "silent", "silent"},
                                        {"●", "states it", "states"},
                                        {"“", "reports somebody as saying it", "reports"},
                                        {"◇", "as planned, called for, denied or supposed", "planned"},
                                        {"✕", "contradicts it", "against"}}};

/// Where each document tells of something as not happened (planned, called for, denied, supposed) and nowhere in the same words as
/// happened.
class NotFact {
public:
    explicit NotFact(const StoryRecord& story) : places_(story.documents.size()) {
        for (const EventRecord& event : story.events) {
            for (const PlaceRecord& place : event.evidence) {
                places_[place.document].push_back({place.start, place.end, event.status == "happened"});
            }
        }
    }

    [[nodiscard]] bool at(const PlaceRecord& place) const {
        bool fact = false;
        bool other = false;
        for (const Told& told : places_[place.document]) {
            if (told.start < place.end && place.start < told.end) {
                (told.happened ? fact : other) = true;
            }
        }
        return other && !fact;
    }

private:
    struct Told {
        std::uint32_t start;
        std::uint32_t end;
        bool happened;
    };
    std::vector<std::vector<Told>> places_;
};

/// How each account stands to a claim.
using Row = std::vector<Stand>;

Row stands(const DossierContext& context, const NotFact& not_fact, const ClaimRecord& claim) {
    Row row(context.story().accounts.size());
    for (const PlaceRecord& place : claim.support) {
        Stand& stand = row[context.account_of(place.document)];
        if (stand.kind == Stand::silent) {
            stand = {not_fact.at(place) ? Stand::not_as_fact : claim.attributed_to.empty() ? Stand::states : Stand::reports, place};
        }
    }
    for (const PlaceRecord& place : claim.against) {
        Stand& stand = row[context.account_of(place.document)];
        if (stand.kind != Stand::contradicts) {
            stand = {Stand::contradicts, place};
        }
    }
    return row;
}

std::string cell(const DossierContext& context, const Stand& stand) {
    const Sign& sign = signs[stand.kind];
    if (stand.kind == Stand::silent) {
        return "<td></td>";  // the style sheet puts the sign in: most cells of a large table are silent
    }
    return fmt::format("<td class=\"{}\"><a href=\"#{}\" title=\"{}: {}\" aria-label=\"{} {}\">{}</a></td>", sign.style,
                       context.anchor(stand.place), escape_html(context.outlet(stand.place.document)), sign.words,
                       context.label(stand.place.document), sign.words, sign.mark);
}

std::string attribution(const DossierContext& context, const ClaimRecord& claim) {
    return claim.attributed_to.empty() ? "" : fmt::format(" <small>according to {}</small>", context.actor_names(claim.attributed_to));
}

std::string row(const DossierContext& context, const ClaimRecord& claim, const Row& stands) {
    std::string cells;
    for (const Stand& stand : stands) {
        cells += cell(context, stand);
    }
    const PlaceRecords& shown = claim.support.empty() ? claim.against : claim.support;
    const auto stated =
        std::ranges::find_if(claim.support, [&](const PlaceRecord& place) { return context.sentence(place) == claim.text; });
    const std::string statement = stated != claim.support.end() ? context.marked_sentence(*stated)
                                  : shown.empty()               ? escape_html(claim.text)
                                                                : context.marked_sentence(shown.front());
    return fmt::format("<tr id=\"{0}\"><th scope=\"row\"><p {1}>{2}{3}</p></th>{4}<td class=\"total\">{5}</td></tr>\n",
                       item_anchor("claim", claim.id),
                       shown.empty() ? std::string("dir=\"auto\"") : context.language_attributes(shown.front().document), statement,
                       attribution(context, claim), cells,
                       claim.accounts_against == 0 ? fmt::format("{}", claim.accounts_for)
                                                   : fmt::format("{} : {}", claim.accounts_for, claim.accounts_against));
}

bool is_shared(const ClaimRecord& claim) { return claim.accounts_for >= 2 || claim.accounts_against >= 1; }

struct SharedClaim {
    const ClaimRecord* claim;
    Row row;
};

/// Those that two accounts hold or one contests, most widely held first.
std::vector<SharedClaim> shared_claims(const DossierContext& context) {
    const NotFact not_fact(context.story());
    std::vector<SharedClaim> claims;
    for (const ClaimRecord& claim : context.story().claims) {
        if (is_shared(claim)) {
            claims.push_back({&claim, stands(context, not_fact, claim)});
        }
    }
    std::ranges::stable_sort(claims, std::greater{},
                             [](const SharedClaim& each) { return each.claim->accounts_for + each.claim->accounts_against; });
    return claims;
}

std::string legend() {
    std::string items;
    for (const Stand::Kind kind : {Stand::states, Stand::reports, Stand::not_as_fact, Stand::contradicts, Stand::silent}) {
        items += fmt::format("<li><span class=\"{}\">{}</span> {}</li>", signs[kind].style, signs[kind].mark, signs[kind].words);
    }
    return "<ul class=\"legend\">" + items + "</ul>\n";
}

/// The place where an account covers the matter of a claim that it leaves out; nothing where it does not cover it.
const PlaceRecord* silent_place(const DossierContext& context, const ClaimRecord& claim, std::uint32_t account) {
    const auto place =
        std::ranges::find_if(claim.silent, [&](const PlaceRecord& each) { return context.account_of(each.document) == account; });
    return place == claim.silent.end() ? nullptr : &*place;
}

std::string left_out(const DossierContext& context, const std::vector<SharedClaim>& claims, std::uint32_t account) {
    std::string items;
    std::size_t count = 0;
    std::size_t held = 0;
    for (const auto& [claim, row] : claims) {
        if (claim->accounts_for < 2) {
            continue;
        }
        ++held;
        const PlaceRecord* nearest = silent_place(context, *claim, account);
        if (row[account].kind == Stand::silent && nearest != nullptr) {
            ++count;
            items += fmt::format("<li><a href=\"#{}\">{}</a> <small>{}; of the matter it says this: {}</small></li>\n",
                                 item_anchor("claim", claim->id), escape_html(shortened(claim->text, 160)),
                                 counted(claim->accounts_for, "account", "accounts"), context.sign(*nearest));
        }
    }
    return count == 0 ? ""
                      : folded(fmt::format("Covers the matter and leaves out {} of the {} statements that two accounts or more share",
                                           count, held),
                               "<ul>\n" + items + "</ul>\n");
}

std::string alone(const DossierContext& context, std::uint32_t account) {
    std::string items;
    std::size_t count = 0;
    for (const ClaimRecord& claim : context.story().claims) {
        if (is_shared(claim) || claim.support.empty() || context.account_of(claim.support.front().document) != account) {
            continue;
        }
        ++count;
        items += fmt::format("<li id=\"{}\"><span {}>{}</span>{} {}</li>\n", item_anchor("claim", claim.id),
                             context.language_attributes(claim.support.front().document), escape_html(claim.text),
                             attribution(context, claim), context.signs(claim.support));
    }
    return count == 0
               ? ""
               : folded(fmt::format("Says {} that no other account has", counted(count, "thing", "things")), "<ul>\n" + items + "</ul>\n");
}

}  // namespace

std::string claims_section(const DossierContext& context) {
    const std::vector<SharedClaim> claims = shared_claims(context);
    const std::string lead = "Statements that several accounts hold or contest, most widely held first. Each sign leads to the sentence.";
    if (claims.empty()) {
        return section("claims", "Who says what", lead,
                       "<p class=\"empty\">No statement was found that two independent accounts share or contest.</p>\n");
    }
    std::string head;
    for (std::uint32_t account = 0; account < context.story().accounts.size(); ++account) {
        head += fmt::format("<th scope=\"col\">{}</th>", context.account_sign(account));
    }
    std::string rows;
    for (const SharedClaim& each : claims) {
        rows += row(context, *each.claim, each.row);
    }
    return section(
        "claims", "Who says what", lead,
        legend() + fmt::format(
                       "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Claims by accounts\"><table class=\"synopsis\">\n"
                       "<thead><tr><th scope=\"col\">Statement</th>{}<th scope=\"col\"><span title=\"independent accounts for, and "
                       "against\">n</span></th></tr></thead>\n"
                       "<tbody>\n{}</tbody>\n</table></div>\n",
                       head, rows));
}

std::string silence_section(const DossierContext& context) {
    const std::vector<SharedClaim> claims = shared_claims(context);
    std::string content;
    for (std::uint32_t account = 0; account < context.story().accounts.size(); ++account) {
        const std::string found = left_out(context, claims, account) + alone(context, account);
        const std::uint32_t first = context.story().accounts[account].documents.front();
        content += fmt::format("<h3>{} {}</h3>\n{}", context.account_sign(account), escape_html(context.outlet(first)),
                               found.empty() ? "<p class=\"empty\">Nothing found that it alone says or leaves out.</p>\n" : found);
    }
    return section("alone", "What only one account says, and what each leaves out",
                   "Silence is no denial: an account may be shorter, or older, than the rest.", content);
}

}  // namespace synoptic
