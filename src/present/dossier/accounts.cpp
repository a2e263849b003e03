// SPDX-License-Identifier: Apache-2.0
// How much there is to go by, and the account cards.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "core/address.hpp"
#include "core/date.hpp"
#include "present/dossier/markup.hpp"
#include "present/dossier/sections.hpp"

namespace synoptic {

namespace {

std::string basis_words(const std::optional<std::string>& basis) {
    if (basis == "json-ld" || basis == "meta") {
        return "stated in the page’s data";
    }
    if (basis == "time") {
        return "marked as a date in the page";
    }
    if (basis == "text") {
        return "stated in the text";
    }
    if (basis == "address") {
        return "stated in the page’s address";
    }
    if (basis == "feed") {
        return "stated by the feed";
    }
    if (basis == "warc") {
        return "the day it was crawled";
    }
    return "";
}

/// "abridged" => "abridged from"
std::string_view relation_words(std::string_view relation) {
    return relation == "copy"       ? "copy of"
           : relation == "abridged" ? "abridged from"
           : relation == "extended" ? "extended from"
                                    : "rewritten from";
}

std::string item(std::string_view term, const std::string& description) {
    return description.empty() ? "" : fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", term, description);
}

std::string joined(const std::vector<std::string>& texts) {
    std::string list;
    for (const std::string& text : texts) {
        list += list.empty() ? "" : "; ";
        list += escape_html(text);
    }
    return list;
}

std::string dated(const DocumentRecord& document) {
    if (!document.published) {
        return "<em>no date stated</em>";
    }
    const std::string basis = basis_words(document.published_basis);
    return time_html(*document.published) + (basis.empty() ? "" : fmt::format(" <small>{}</small>", basis));
}

std::string address(const DocumentRecord& document) {
    if (!document.url) {
        return "";
    }
    const std::string shown = escape_html(shortened(*document.url, 90));
    return host_of(*document.url).empty()
               ? shown
               : fmt::format(R"(<a href="{}" rel="noreferrer noopener">{}</a>)", escape_html(*document.url), shown);
}

std::string made_from(const DossierContext& context, const DocumentRecord& document) {
    if (document.relation == "original") {
        return "";
    }
    const auto& documents = context.story().documents;
    const auto source = document.derived_from ? std::ranges::find(documents, *document.derived_from, &DocumentRecord::id) : documents.end();
    return source == documents.end() ? escape_html(document.relation)
                                     : fmt::format("{} {}", relation_words(document.relation),
                                                   context.plain_sign(static_cast<std::uint32_t>(source - documents.begin())));
}

std::string kept_and_cut(const DocumentRecord& document) {
    std::size_t cut = 0;
    for (const CutRecord& each : document.cut) {
        cut += each.text.size();
    }
    const std::size_t kept = document.text.size();
    const std::size_t share = kept + cut == 0 ? 0 : (kept * 100 + (kept + cut) / 2) / (kept + cut);
    return document.cut.empty() ? "all of the page’s text kept"
                                : fmt::format(R"({} % of the page’s text kept, <a href="#{}">{} cut</a>)", share,
                                              item_anchor("cut", document.id), counted(document.cut.size(), "piece", "pieces"));
}

std::string warnings(const DocumentRecord& document) {
    std::string list;
    for (const WarningRecord& warning : document.warnings) {
        list += fmt::format("<li>{}{}</li>\n", escape_html(warning.kind),
                            warning.evidence.empty() ? "" : fmt::format(": <q>{}</q>", escape_html(shortened(warning.evidence, 200))));
    }
    return list.empty() ? "" : fmt::format("<ul class=\"warnings\">\n{}</ul>\n", list);
}

/// The day of what the story is about: that of the happened event which the most accounts hold, two at least; empty where none is dated.
std::string main_day(const StoryRecord& story) {
    const EventRecord* main = nullptr;
    for (const EventRecord& event : story.events) {
        const bool dated = event.status == "happened" && event.accounts >= 2 && event.date && date_grain(*event.date) == "day";
        if (dated && (main == nullptr || event.accounts > main->accounts)) {
            main = &event;
        }
    }
    return main == nullptr ? "" : *main->date;
}

/// "preview, written 2 days before": by the day of publication and the main day; empty where either is unknown.
std::string account_kind(const DossierContext& context, const DocumentRecord& document) {
    constexpr std::int32_t fresh = 2;  // days in which an account is a report
    const auto main = parse_iso(main_day(context.story()));
    const auto published = document.published ? parse_iso(document.published->substr(0, 10)) : std::nullopt;
    if (!main || !published || !main->has_day() || !published->has_day()) {
        return "";
    }
    const std::int32_t after = to_days(*published) - to_days(*main);
    const auto days = static_cast<std::size_t>(after < 0 ? -after : after);
    return after < 0       ? fmt::format("preview, written {} before the main event", counted(days, "day", "days"))
           : after > fresh ? fmt::format("looks back, written {} after the main event", counted(days, "day", "days"))
                           : "report";
}

/// Whether an account hears people itself, as far as its text tells: it quotes somebody word for word and names no other outlet.
bool is_first_hand(const StoryRecord& story, std::uint32_t document) {
    return story.documents[document].relation == "original" && story.documents[document].declared_sources.empty() &&
           std::ranges::any_of(story.quotes,
                               [&](const QuoteRecord& quote) { return quote.place.document == document && quote.kind == "direct"; });
}

std::string card(const DossierContext& context, std::uint32_t index) {
    const DocumentRecord& document = context.story().documents[index];
    const std::string title = document.title ? escape_html(*document.title) : "<em>no title</em>";
    std::string ties;
    for (const std::string& other : context.story().accounts[context.account_of(index)].shares_sources_with) {
        const auto& accounts = context.story().accounts;
        if (const auto found = std::ranges::find(accounts, other, &AccountRecord::id); found != accounts.end()) {
            ties += context.account_sign(static_cast<std::uint32_t>(found - accounts.begin()));
        }
    }
    return fmt::format(
        "<article class=\"card c{}\">\n<h3>{} {}</h3>\n<p class=\"title\" {}><a href=\"#{}\">{}</a></p>\n<dl>\n{}</dl>\n{}</article>\n",
        context.account_of(index) % 8, context.plain_sign(index), escape_html(shortened(context.outlet(index), 60)),
        context.language_attributes(index), context.text_anchor(index), title,
        item("Published", dated(document)) + item("Kind", account_kind(context, document)) +
            item("By", document.author ? escape_html(*document.author) : "") + item("Relation", made_from(context, document)) +
            item("Names as sources", joined(document.declared_sources)) + item("Shares a source with", ties) +
            item("Text", kept_and_cut(document)) + item("Address", address(document)) +
            item("File", escape_html(document.path + (document.record.empty() ? "" : ", " + document.record))),
        warnings(document));
}

}  // namespace

std::string section(std::string_view id, std::string_view title, const std::string& lead, const std::string& content) {
    return fmt::format("<section id=\"{}\">\n<h2><a href=\"#{}\">{}</a></h2>\n{}{}</section>\n\n", id, id, title,
                       lead.empty() ? "" : fmt::format("<p class=\"lead\">{}</p>\n", lead), content);
}

std::string honesty_line(const DossierContext& context) {
    const StoryRecord& story = context.story();
    const auto count = [&](auto&& holds) { return static_cast<std::size_t>(std::ranges::count_if(story.documents, holds)); };
    const std::size_t derived = count([](const DocumentRecord& each) { return each.relation != "original"; });
    const std::size_t undated = count([](const DocumentRecord& each) { return !each.published; });
    const std::size_t sourced = count([](const DocumentRecord& each) { return !each.declared_sources.empty(); });
    const std::size_t machine = count([](const DocumentRecord& each) {
        return std::ranges::any_of(each.warnings, [](const WarningRecord& warning) { return warning.kind.starts_with("machine"); });
    });
    const auto tied = static_cast<std::size_t>(
        std::ranges::count_if(story.accounts, [](const AccountRecord& each) { return !each.shares_sources_with.empty(); }));

    std::string line =
        fmt::format("<strong>{}</strong>, at most <strong>{}</strong>.", counted(story.documents.size(), "document", "documents"),
                    counted(story.accounts.size(), "independent account", "independent accounts"));
    line += derived == 0 ? " No copies or rewrites found."
                         : fmt::format(" {}.", counted(derived, "is a copy or rewrite", "are copies or rewrites"));
    line += undated == 0 ? " All state their date." : fmt::format(" {} no date.", counted(undated, "states", "state"));
    std::size_t first_hand = 0;
    for (std::uint32_t i = 0; i < story.documents.size(); ++i) {
        first_hand += is_first_hand(story, i) ? 1 : 0;
    }
    line += first_hand == 0 ? "" : fmt::format(" {} people word for word and no other outlet.", counted(first_hand, "quotes", "quote"));
    if (sourced > 0) {
        line += fmt::format(" {}.", counted(sourced, "document names its sources", "documents name their sources"));
    }
    if (tied > 0) {
        line += fmt::format(" {} a source with another.", counted(tied, "account shares", "accounts share"));
    }
    if (machine > 0) {
        line += fmt::format(" {} signs of machine writing or translation.", counted(machine, "shows", "show"));
    }
    return fmt::format("<p class=\"honesty\">{}</p>\n", line);
}

std::string accounts_section(const DossierContext& context) {
    std::string cards;
    for (const AccountRecord& account : context.story().accounts) {
        for (const std::uint32_t document : account.documents) {
            cards += card(context, document);
        }
    }
    return section("accounts", "The accounts",
                   "A letter is one independent account. Copies and rewrites carry the letter of the account they were made from and never "
                   "count twice.",
                   fmt::format("<div class=\"cards\">\n{}</div>\n", cards));
}

}  // namespace synoptic
