// SPDX-License-Identifier: Apache-2.0
// Who copied whom, with the passages that show it; how the page was made and what was cut.
#include <fmt/format.h>

#include <algorithm>

#include "present/dossier/markup.hpp"
#include "present/dossier/sections.hpp"
#include "present/dossier/word_diff.hpp"

namespace synoptic {

namespace {

constexpr std::size_t most_passages = 40;
constexpr std::size_t longest_passage = 600;  ///< code points
constexpr std::size_t longest_cut = 400;

std::string_view relation_words(std::string_view relation) {
    return relation == "copy"       ? "is a copy of"
           : relation == "abridged" ? "is abridged from"
           : relation == "extended" ? "extends"
                                    : "rewrites";
}

std::string name_html(const DossierContext& context, std::uint32_t document) {
    return fmt::format("{} {}", context.plain_sign(document), escape_html(shortened(context.outlet(document), 60)));
}

/// The two stretches side by side, what differs marked; both link to the sentence they begin in.
std::string passage_html(const DossierContext& context, const DerivationRecord& derivation, const PassageRecord& passage) {
    const std::string source = shortened(context.view(derivation.source, passage.source), longest_passage);
    const std::string derived = shortened(context.view(derivation.derived, passage.derived), longest_passage);
    const WordDifference difference = compare_words(source, derived);
    const auto stretch = [&](std::uint32_t document, RangeRecord range, std::string_view text, const std::vector<Span>& marks) {
        const PlaceRecord place{document, range.start, range.end, range.start, range.end};
        return fmt::format("<td {}>{} {}</td>", context.language_attributes(document), context.sign(place), mark_html(text, marks));
    };
    return "<tr>" + stretch(derivation.source, passage.source, source, difference.a) +
           stretch(derivation.derived, passage.derived, derived, difference.b) + "</tr>\n";
}

std::string derivation_html(const DossierContext& context, const DerivationRecord& derivation) {
    std::string rows;
    for (std::size_t i = 0; i < std::min(most_passages, derivation.passages.size()); ++i) {
        rows += passage_html(context, derivation, derivation.passages[i]);
    }
    const std::string proof =
        rows.empty() ? ""
                     : folded(fmt::format("The proof: {} in common", counted(derivation.passages.size(), "passage", "passages")),
                              "<p><small>Left the source, right what was made of it; words that differ are marked.</small></p>\n<div "
                              "class=\"scroll\"><table class=\"proof\"><tbody>\n" +
                                  rows + "</tbody></table></div>\n");
    return fmt::format("<li><p>{} {} {}: {} % of its words stand there, and {} % of the source’s words stand in it.</p>\n{}</li>\n",
                       name_html(context, derivation.derived), relation_words(derivation.relation), name_html(context, derivation.source),
                       (derivation.contained_derived + 5) / 10, (derivation.contained_source + 5) / 10, proof);
}

std::string cuts(const DossierContext& context, std::uint32_t index) {
    const DocumentRecord& document = context.story().documents[index];
    if (document.cut.empty()) {
        return "";
    }
    std::string items;
    for (const CutRecord& cut : document.cut) {
        items +=
            fmt::format("<li><b class=\"tag\">{}</b> {}</li>\n", escape_html(cut.reason), escape_html(shortened(cut.text, longest_cut)));
    }
    return fmt::format("<details id=\"{}\"><summary>{}: {} cut</summary>\n<ul class=\"cuts\">\n{}</ul>\n</details>\n",
                       item_anchor("cut", document.id), name_html(context, index), counted(document.cut.size(), "piece", "pieces"), items);
}

}  // namespace

std::string lineage_section(const DossierContext& context) {
    std::string items;
    for (const DerivationRecord& derivation : context.story().derivations) {
        items += derivation_html(context, derivation);
    }
    std::string ties;
    const std::vector<AccountRecord>& accounts = context.story().accounts;
    for (std::uint32_t account = 0; account < accounts.size(); ++account) {
        for (std::uint32_t other = account + 1; other < accounts.size(); ++other) {
            if (std::ranges::find(accounts[account].shares_sources_with, accounts[other].id) !=
                accounts[account].shares_sources_with.end()) {
                ties +=
                    fmt::format("<li>{} and {} name the same source.</li>\n", context.account_sign(account), context.account_sign(other));
            }
        }
    }
    const std::string html = items + ties;
    return section("lineage", "Who copied whom", "Told from the words the texts have in common, never from the names of the sites.",
                   html.empty() ? "<p class=\"empty\">No text here was found to be made from another.</p>\n"
                                : "<ul class=\"lineage\">\n" + html + "</ul>\n");
}

std::string method_section(const DossierContext& context) {
    std::string cut;
    for (std::uint32_t document = 0; document < context.story().documents.size(); ++document) {
        cut += cuts(context, document);
    }
    return section(
        "method", "How this page was made, and what was cut", "",
        "<p>A program read the pages, cut what is not article, found sentences, names, dates, quotations and events, and laid together "
        "what speaks of the same thing. "
        "It does not know what is true and does not rate outlets. It errs: before you rely on a line, read its sentence. "
        "A number of accounts counts independent ones: copies, abridged and extended versions and rewrites count with their source.</p>\n"
        "<p>Absence here is no proof of absence: only differences of number, date, person, office, place, order and denial are looked "
        "for.</p>\n" +
            (cut.empty() ? "<p class=\"empty\">Nothing was cut from these pages.</p>\n"
                         : "<h3 class=\"sub\">What was cut, and why</h3>\n" + cut));
}

}  // namespace synoptic
