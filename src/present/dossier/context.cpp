// SPDX-License-Identifier: Apache-2.0
#include "present/dossier/context.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/address.hpp"
#include "core/text.hpp"
#include "core/utf8.hpp"
#include "present/dossier/markup.hpp"

namespace synoptic {

namespace {

constexpr std::uint32_t colours = 8;  ///< classes c0 to c7 of dossier.css

std::string letters(std::uint32_t number) {
    std::string name(1, static_cast<char>('A' + number % 26));
    return number < 26 ? name : letters(number / 26 - 1) + name;
}

/// Sorted, without overlaps, cut to `frame`.
std::vector<RangeRecord> merged(std::vector<RangeRecord> ranges, RangeRecord frame) {
    std::ranges::sort(ranges, {}, [](const RangeRecord& range) { return std::pair(range.start, range.end); });
    std::vector<RangeRecord> result;
    for (RangeRecord range : ranges) {
        range = {std::max(range.start, frame.start), std::min(range.end, frame.end)};
        if (range.start >= range.end) {
            continue;
        }
        if (!result.empty() && range.start <= result.back().end) {
            result.back().end = std::max(result.back().end, range.end);
        } else {
            result.push_back(range);
        }
    }
    return result;
}

bool is_language_tag(std::string_view text) {
    return !text.empty() && text != "und" && std::ranges::all_of(text, [](char c) {
        return c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
}

}  // namespace

DossierContext::DossierContext(const StoryRecord& story)
    : story_(story), account_of_(story.documents.size()), labels_(story.documents.size()) {
    for (const DocumentRecord& document : story.documents) {
        positions_.emplace_back(document.text);
    }
    for (std::uint32_t account = 0; account < story.accounts.size(); ++account) {
        const std::vector<std::uint32_t>& documents = story.accounts[account].documents;
        for (std::size_t i = 0; i < documents.size(); ++i) {
            account_of_[documents[i]] = account;
            labels_[documents[i]] = letters(account) + (documents.size() > 1 ? std::to_string(i + 1) : "");
        }
    }
}

std::string DossierContext::outlet(std::uint32_t document) const {
    const DocumentRecord& record = story_.documents[document];
    if (record.publisher) {
        return *record.publisher;
    }
    if (record.url && !host_of(*record.url).empty()) {
        return std::string(host_of(*record.url));
    }
    const std::string name = record.path.substr(record.path.find_last_of('/') + 1);
    return record.record.empty() ? name : fmt::format("{}, {}", name, record.record);
}

std::string DossierContext::account_letter(std::uint32_t account) const { return letters(account); }

std::string DossierContext::text_anchor(std::uint32_t document) const { return item_anchor("t", story_.documents[document].id); }

std::string DossierContext::sentence_anchor(std::uint32_t document, std::uint32_t sentence) const {
    return fmt::format("{}-{}", text_anchor(document), sentence + 1);
}

std::string DossierContext::anchor(const PlaceRecord& place) const {
    const std::vector<RangeRecord>& sentences = story_.documents[place.document].sentences;
    const auto after = std::ranges::upper_bound(sentences, place.sentence_start, {}, &RangeRecord::start);
    return after == sentences.begin() ? text_anchor(place.document)
                                      : sentence_anchor(place.document, static_cast<std::uint32_t>(after - sentences.begin() - 1));
}

std::string DossierContext::sign(const PlaceRecord& place) const {
    const std::string name = escape_html(outlet(place.document));
    return fmt::format(R"(<a class="sign c{0}" href="#{1}" title="{2}: to the sentence" aria-label="{3}, {2}">{3}</a>)",
                       account_of(place.document) % colours, anchor(place), name, label(place.document));
}

std::string DossierContext::signs(const PlaceRecords& places) const {
    std::string list;
    std::vector<bool> shown(story_.documents.size());
    for (const PlaceRecord& place : places) {
        if (!shown[place.document]) {
            shown[place.document] = true;
            list += sign(place);
        }
    }
    return fmt::format(R"(<span class="signs">{}</span>)", list);
}

std::string DossierContext::plain_sign(std::uint32_t document) const {
    return fmt::format(R"(<span class="sign c{}">{}</span>)", account_of(document) % colours, label(document));
}

std::string DossierContext::account_sign(std::uint32_t account) const {
    return fmt::format(R"(<span class="sign c{}">{}</span>)", account % colours, letters(account));
}

std::string_view DossierContext::view(const PlaceRecord& place) const { return positions_[place.document].slice(place.start, place.end); }

std::string_view DossierContext::view(std::uint32_t document, RangeRecord range) const {
    return positions_[document].slice(range.start, range.end);
}

std::string_view DossierContext::sentence(const PlaceRecord& place) const {
    return positions_[place.document].slice(place.sentence_start, place.sentence_end);
}

std::string DossierContext::marked_sentence(const PlaceRecord& place, std::vector<RangeRecord> marks) const {
    const BytePositions& text = positions_[place.document];
    std::string html;
    std::uint32_t at = place.sentence_start;
    for (const RangeRecord& mark : merged(std::move(marks), {place.sentence_start, place.sentence_end})) {
        html += escape_html(text.slice(at, mark.start));
        html += "<mark>" + escape_html(text.slice(mark.start, mark.end)) + "</mark>";
        at = mark.end;
    }
    return html + escape_html(text.slice(at, place.sentence_end));
}

std::string DossierContext::marked_sentence(const PlaceRecord& place) const {
    const std::string_view all = view(place);
    const std::string_view words = bare(all);
    const std::uint32_t start = place.start + count_code_points(all.substr(0, static_cast<std::size_t>(words.data() - all.data())));
    const std::uint32_t end = start + count_code_points(words);
    const bool whole = start <= place.sentence_start + 1 && end + 2 >= place.sentence_end;
    return marked_sentence(place, whole ? std::vector<RangeRecord>{} : std::vector<RangeRecord>{{start, end}});
}

std::string DossierContext::quotation(const PlaceRecords& same, const std::string& marked) const {
    std::string sources;
    std::vector<bool> shown(story_.documents.size());
    for (const PlaceRecord& place : same) {
        if (!shown[place.document]) {
            shown[place.document] = true;
            sources += fmt::format(R"(<span class="from">{} {}</span> )", sign(place), escape_html(shortened(outlet(place.document), 40)));
        }
    }
    return fmt::format("<blockquote><p {}>{}</p><footer>{}</footer></blockquote>\n", language_attributes(same.front().document), marked,
                       sources);
}

std::string DossierContext::quotations(const PlaceRecords& places) const {
    std::string html;
    for (const PlaceRecords& same : group_by_sentence(*this, places)) {
        html += quotation(same, marked_sentence(same.front()));
    }
    return html;
}

std::string DossierContext::actor_names(const std::vector<std::uint32_t>& actors) const {
    std::string names;
    for (const std::uint32_t actor : actors) {
        names += names.empty() ? "" : ", ";
        names += actor_link(actor);
    }
    return names;
}

std::string DossierContext::actor_link(std::uint32_t actor) const {
    return fmt::format(R"(<a class="actor" href="#{}">{}</a>)", item_anchor("actor", story_.actors[actor].id),
                       escape_html(story_.actors[actor].name));
}

std::string DossierContext::language_attributes(std::uint32_t document) const {
    const std::string& language = story_.documents[document].language;
    return is_language_tag(language) ? fmt::format(R"(lang="{}" dir="auto")", language) : R"(dir="auto")";
}

std::vector<PlaceRecords> group_by_sentence(const DossierContext& context, const PlaceRecords& places) {
    std::vector<PlaceRecords> groups;
    std::vector<std::string> sentences;
    for (const PlaceRecord& place : places) {
        std::string sentence = fold_accents(context.sentence(place));
        const auto same = std::ranges::find(sentences, sentence);
        if (same == sentences.end()) {
            groups.push_back({place});
            sentences.push_back(std::move(sentence));
        } else {
            groups[static_cast<std::size_t>(same - sentences.begin())].push_back(place);
        }
    }
    return groups;
}

std::string item_anchor(std::string_view kind, std::string_view id) { return fmt::format("{}-{}", kind, escape_html(id.substr(0, 12))); }

}  // namespace synoptic
