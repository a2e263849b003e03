// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "language/times_tools.hpp"

namespace synoptic {

using namespace times;

std::string_view times::day_part(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 10> parts = {{{"morning", "TMO"},
                                                                                      {"afternoon", "TAF"},
                                                                                      {"evening", "TEV"},
                                                                                      {"night", "TNI"},
                                                                                      {"midday", "T12:00"},
                                                                                      {"noon", "T12:00"},
                                                                                      {"midnight", "T24:00"},
                                                                                      {"dawn", "TMO"},
                                                                                      {"dusk", "TEV"},
                                                                                      {"lunchtime", "T12:00"}}};
    const auto found = std::ranges::find(parts, word, &std::pair<std::string_view, std::string_view>::first);
    return found == parts.end() ? std::string_view{} : found->second;
}

/// "Monday" + "night", "yesterday" + "afternoon".
Hit TimeReader::with_day_part(Hit hit) const {
    if (!hit || (hit.period && hit.period->unit != Unit::day) || hit.kind != TimeKind::date) {
        return hit;
    }
    std::size_t k = hit.next;
    if (in_list(word(k), {"early", "late"}) && !day_part(word(k + 1)).empty()) {
        ++k;
    }
    const std::string_view part = same_sentence(hit.next - 1, k) ? day_part(word(k)) : std::string_view{};
    if (!part.empty() && hit.next > 0) {
        hit.next = k + 1;
        hit.kind = TimeKind::time;
        hit.value = std::string(part);
    }
    return hit;
}

/// "10:45", "8 a.m.", "half past five", "three o'clock", "mid-morning", "midnight"; a day that follows ("on Monday") is another expression.
Hit TimeReader::clock(std::size_t i) const {
    const auto time = [](std::size_t next, std::string value) {
        return Hit{.next = next,
                   .kind = TimeKind::time,
                   .period = std::nullopt,
                   .value = std::move(value),
                   .reason = "no day stated",
                   .modifier = true};
    };
    const std::string_view now = word(i);
    if (now == "midnight" || now == "noon" || now == "midday") {
        return time(i + 1, std::string(day_part(now)));
    }
    if (now == "mid" && in_list(word(i + 1), {"-"}) && !day_part(word(i + 2)).empty() && same_sentence(i, i + 2)) {
        return time(i + 3, std::string(day_part(word(i + 2))));
    }
    if (now == "the" && in_list(word(i + 1), {"morning", "afternoon", "evening"}) && i > 0 &&
        in_list(word(i - 1), {"in", "during", "by"}) && same_sentence(i, i + 1)) {
        return time(i + 2, std::string(day_part(word(i + 1))));
    }
    if ((now == "half" || now == "quarter") && word(i + 1) == "past" && same_sentence(i, i + 2)) {
        const auto hour = read_count(lexemes_, i + 2);
        return hour && hour->value >= 1 && hour->value <= 24
                   ? time(hour->next, fmt::format("T{:02}:{}", static_cast<int>(hour->value), now == "half" ? 30 : 15))
                   : Hit{};
    }
    const auto count = read_count(lexemes_, i);
    if (!count || count->ordinal || count->vague || in_list(now, {"a", "an", "another"}) || count->value < 0 || count->value > 24) {
        return {};
    }
    auto hour = static_cast<int>(count->value);
    int minute = -1;
    std::size_t k = count->next;
    const Lexeme& first = lexemes_[i];
    if (first.kind == LexemeKind::number && first.decimal && first.digits <= 2) {
        const double fraction = std::round((first.number - std::floor(first.number)) * 100);
        if (fraction < 60 && first.span.size() >= 4 && in_list(word(k), {"am", "pm", "a", "p"})) {
            minute = static_cast<int>(fraction);
        }
    } else if (word(k) == ":" && same_sentence(i, k + 1) && lexemes_[k].glued && lexemes_[k + 1].kind == LexemeKind::number &&
               lexemes_[k + 1].digits == 2 && lexemes_[k + 1].number < 60 && first.digits <= 2) {
        minute = static_cast<int>(lexemes_[k + 1].number);
        k += 2;
        if (word(k) == ":" && same_sentence(i, k + 1) && lexemes_[k + 1].kind == LexemeKind::number && lexemes_[k + 1].digits == 2) {
            k += 2;
        }
    }
    bool known = minute >= 0 && !(first.kind == LexemeKind::number && first.decimal && !in_list(word(k), {"am", "pm"}));
    if (same_sentence(i, k) && in_list(word(k), {"am", "pm"})) {
        hour += word(k) == "pm" && hour < 12 ? 12 : 0;
        hour = word(k) == "am" && hour == 12 ? 0 : hour;
        known = true;
        ++k;
    } else if (word(k) == "o" && same_sentence(i, k + 2) && (word(k + 1) == "'" || word(k + 1) == "\u2019") && word(k + 2) == "clock") {
        known = true;
        k += 3;
    } else if (word(k) == "oclock" && same_sentence(i, k)) {
        known = true;
        ++k;
    }
    if (word(k) == "in" && word(k + 1) == "the" && !day_part(word(k + 2)).empty() && same_sentence(i, k + 2)) {
        const bool later = word(k + 2) == "afternoon" || word(k + 2) == "evening";
        if (known || (i > 0 && in_list(word(i - 1), {"at", "after", "before", "until", "by", "past", "around", "about", "to", "from"}))) {
            hour += later && hour < 12 ? 12 : 0;
            known = true;
            k += 3;
        }
    }
    return known && hour <= 24 ? time(k, minute >= 0 ? fmt::format("T{:02}:{:02}", hour, minute) : fmt::format("T{:02}", hour)) : Hit{};
}

}  // namespace synoptic
