// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <unordered_set>

#include "language/times_reader.hpp"

namespace synoptic {

namespace {

bool in_list(std::string_view word, std::initializer_list<std::string_view> list) { return std::ranges::find(list, word) != list.end(); }

bool is_range_mark(std::string_view word) { return in_list(word, {"-", "\u2013", "\u2014", "~", "to", "until", "till", "through", "thru"}); }

int whole(const Piece& piece) { return static_cast<int>(piece.number); }

bool is_plain(const Piece* piece) { return piece != nullptr && piece->kind == PieceKind::number && !piece->decimal && !piece->grouped && piece->digits <= 4; }

int full_year(int year, std::uint32_t digits) { return digits > 2 ? year : year < 50 ? 2000 + year : 1900 + year; }

Hit longer(Hit a, Hit b) { return b.next > a.next ? b : a; }

/// Whether some expression can begin with this piece: most words are told apart here, at the cost of one look-up.
bool may_begin(const Piece& piece) {
    static const std::unordered_set<std::string_view> openers = {
        "the", "a", "an", "in", "within", "from", "between", "last", "next", "this", "that", "same", "every", "each", "early", "late", "mid", "beginning", "start", "end", "middle",
        "close", "turn", "very", "yesterday", "today", "tomorrow", "tmrw", "tonight", "year", "week", "q", "h", "half", "quarter", "all", "some", "few", "several", "couple", "another",
        "daily", "weekly", "biweekly", "monthly", "quarterly", "annually", "yearly", "hourly", "once", "twice", "christmas", "boxing", "new", "good", "easter", "halloween", "valentine",
        "independence", "thanksgiving", "earth", "black", "labor", "earlier", "later", "following", "previous", "coming", "upcoming", "past", "preceding", "current", "noon", "midnight",
        "midday", "final", "winter", "summer", "autumn", "fall", "spring", "wintertime", "summertime", "springtime", "zero", "hundred", "dozen"};
    if (piece.kind != PieceKind::word) {
        return piece.kind == PieceKind::number;
    }
    const std::string_view word = piece.lower;
    if (openers.contains(word)) {
        return true;
    }
    return word.size() >= 3 && (parse_month(word) || parse_weekday(word) || is_number_word(word));
}

}  // namespace

std::string_view TimeReader::word(std::size_t i) const { return i < pieces_.size() ? std::string_view(pieces_[i].lower) : std::string_view{}; }
bool TimeReader::same_sentence(std::size_t i, std::size_t k) const { return k < pieces_.size() && i < pieces_.size() && pieces_[i].sentence == pieces_[k].sentence; }
const Piece* TimeReader::piece(std::size_t i, std::size_t k) const { return same_sentence(i, k) ? &pieces_[k] : nullptr; }

std::optional<int> TimeReader::month_at(std::size_t i) const {
    if (i >= pieces_.size() || pieces_[i].kind != PieceKind::word) {
        return std::nullopt;
    }
    const auto month = parse_month(pieces_[i].lower);
    if (month && !pieces_[i].capital && in_list(pieces_[i].lower, {"may", "march", "mar", "dec", "sept"})) {
        // "march" and "may" are verbs too: only beside a number or after a preposition of time
        const bool number = (piece(i, i + 1) != nullptr && pieces_[i + 1].kind == PieceKind::number) || (i > 0 && pieces_[i - 1].kind == PieceKind::number) ||
                            (i > 0 && in_list(pieces_[i - 1].lower, {"to", "from", "in", "of", "this", "last", "next", "until", "since", "between", "and", "/", "-", "early", "late", "mid"}));
        return number ? month : std::nullopt;
    }
    return month;
}

std::optional<int> TimeReader::weekday_at(std::size_t i) const {
    if (i >= pieces_.size() || pieces_[i].kind != PieceKind::word) {
        return std::nullopt;
    }
    const auto day = parse_weekday(pieces_[i].lower);
    const bool ambiguous = in_list(pieces_[i].lower, {"sun", "sat", "wed", "mon", "fri"}) && !pieces_[i].capital;
    const bool sun = pieces_[i].lower == "sun" && !(piece(i, i + 1) != nullptr && (in_list(word(i + 1), {",", "."}) || pieces_[i + 1].kind == PieceKind::number));
    return ambiguous || sun ? std::nullopt : day;
}

/// A year at piece `i` of an expression that began at `from`: four digits, also after a comma or "in" or "of".
std::optional<int> TimeReader::year_at(std::size_t i, std::size_t from) const {
    const Piece* p = piece(from, i);
    if (is_plain(p) && p->digits == 4 && !p->ordinal && !p->plural && p->number >= 1000 && p->number < 2200) {
        const Piece* after = piece(from, i + 1);
        const bool colon = after != nullptr && after->lower == ":" && after->glued;
        const Piece* third = piece(from, i + 4);
        const bool longer_number = after != nullptr && after->glued && in_list(after->lower, {"-", "/"}) && third != nullptr && third->glued && third->kind == PieceKind::number;
        return colon || longer_number ? std::nullopt : std::optional(whole(*p));
    }
    return std::nullopt;
}

Hit TimeReader::dated(std::size_t next, const Period& period, std::string_view reason) const {
    return {.next = next, .kind = TimeKind::date, .period = period, .value = {}, .reason = std::string(reason), .modifier = false};
}

Hit TimeReader::unresolved(std::size_t next, std::string_view reason) const {
    return {.next = next, .kind = TimeKind::date, .period = std::nullopt, .value = {}, .reason = std::string(reason), .modifier = true};
}

/// A date without a year belongs to the year of the narrative where the text has just told of another year, in the past.
bool TimeReader::use_narrative_year(std::size_t i) const {
    // one date long past is an aside; a text with many of them is a history
    const std::uint32_t window = std::min(12U, 1 + 2 * narrated_);
    if (!last_ || !published_ || pieces_[i].sentence > last_sentence_ + window || direction_(pieces_[i]) == Direction::future) {
        return false;
    }
    return last_->date().year < from_days(*published_).year;
}

std::string_view TimeReader::missing_year_reason(std::size_t i) const { return use_narrative_year(i) ? "previous date" : "publication date"; }

std::optional<int> TimeReader::missing_year(std::size_t i, int month, int day) const {
    if (use_narrative_year(i)) {
        return last_->date().year;
    }
    if (!published_) {
        return last_ && last_->unit != Unit::century && last_->unit != Unit::decade ? std::optional<int>(last_->date().year) : std::nullopt;
    }
    const int year = from_days(*published_).year;
    const Direction direction = direction_(pieces_[i]);
    std::optional<int> best;
    std::int64_t best_distance = 0;
    for (int candidate = year - 1; candidate <= year + 1; ++candidate) {
        const auto at = make_day(candidate, month, day == 0 ? 15 : day);
        if (!at) {
            continue;
        }
        std::int64_t distance = std::abs(static_cast<std::int64_t>(*at) - *published_);
        const bool wrong_side = direction == Direction::future ? *at < *published_ - (day == 0 ? 31 : 0) : *at > *published_ + (day == 0 ? 31 : 0);
        distance += wrong_side ? 200 : 0;
        if (!best || distance < best_distance) {
            best = candidate;
            best_distance = distance;
        }
    }
    if (!best) {
        for (int candidate = year; candidate > year - 8 && !best; --candidate) {
            best = make_day(candidate, month, day) ? std::optional(candidate) : std::nullopt;  // 29 February
        }
    }
    return best;
}

Hit TimeReader::numeric_date(std::size_t i) const {
    const Piece* a = piece(i, i);
    const Piece* mark = piece(i, i + 1);
    const Piece* b = piece(i, i + 2);
    if (a == nullptr || a->kind != PieceKind::number || a->plural || a->ordinal) {
        return {};
    }
    if (a->digits == 8 && !a->decimal && !a->grouped && (i == 0 || !a->glued || word(i - 1) == "-")) {  // 20250815
        const int packed = whole(*a);
        const auto day = packed / 10000 >= 1900 && packed / 10000 < 2100 ? make_day(packed / 10000, packed / 100 % 100, packed % 100) : std::nullopt;
        return day ? dated(i + 1, day_period(*day)) : Hit{};
    }
    if (!is_plain(a) || mark == nullptr || !mark->glued || !in_list(mark->lower, {"-", "/", "."}) || b == nullptr || !b->glued) {
        return {};
    }
    // 05-aug-2016
    if (const auto month = b->kind == PieceKind::word ? parse_month(b->lower) : std::nullopt; month && a->digits <= 2) {
        const Piece* second = piece(i, i + 3);
        const auto year = second != nullptr && second->glued && is_plain(piece(i, i + 4)) ? std::optional(full_year(whole(pieces_[i + 4]), pieces_[i + 4].digits)) : std::nullopt;
        if (const auto day = make_day(year.value_or(missing_year(i, *month, whole(*a)).value_or(0)), *month, whole(*a))) {
            return dated(year ? i + 5 : i + 3, day_period(*day), year ? "stated" : missing_year_reason(i));
        }
        return {};
    }
    if (!is_plain(b) || b->plural || b->ordinal) {
        return {};
    }
    const Piece* second = piece(i, i + 3);
    const Piece* c = piece(i, i + 4);
    const bool three = second != nullptr && second->glued && second->lower == mark->lower && is_plain(c) && c->glued && !c->plural;
    const int x = whole(*a);
    const int y = whole(*b);
    if (three) {
        if (a->digits == 4) {
            const auto day = make_day(x, y, whole(*c));
            return day ? dated(i + 5, day_period(*day)) : Hit{};
        }
        if (c->digits != 4 && c->digits != 2) {
            return {};
        }
        const int year = full_year(whole(*c), c->digits);
        auto day = mark->lower == "." ? make_day(year, y, x) : make_day(year, x, y);  // 5.8.2016 is European, 8/5/2016 American
        if (!day) {
            day = mark->lower == "." ? make_day(year, x, y) : make_day(year, y, x);
        }
        return day ? dated(i + 5, day_period(*day)) : Hit{};
    }
    if (a->digits == 4 && b->digits <= 2 && mark->lower != "." && y >= 1 && y <= 12 && x >= 1500 && x < 2200) {
        return dated(i + 3, month_period(x, y));
    }
    if (a->digits <= 2 && b->digits == 4 && mark->lower != "." && x >= 1 && x <= 12 && y >= 1500 && y < 2200) {
        return dated(i + 3, month_period(y, x));
    }
    const bool slash = mark->lower == "/" && a->digits <= 2 && b->digits <= 2 && (second == nullptr || !second->glued || second->lower != "/");
    if (slash && x >= 1 && y >= 1 && x <= 31 && y <= 31 && (x <= 12 || y <= 12) && !(x == 24 && y == 7) && !(x == 9 && y == 11)) {
        const int month = x <= 12 ? x : y;
        const int day = x <= 12 ? y : x;
        const Piece* after = piece(i, i + 3);
        const bool fraction = x < y && x <= 9 && y <= 10 && (a->digits == 1 && b->digits == 1) && !(i > 0 && (in_list(word(i - 1), {"on", "from", "to", "next", "this", "friday", "by"}) || weekday_at(i - 1)));
        const auto year = missing_year(i, month, day);
        const auto at = year ? make_day(*year, month, day) : std::nullopt;
        if (at && !fraction && !(after != nullptr && after->kind == PieceKind::number && after->glued)) {
            return dated(i + 3, day_period(*at), missing_year_reason(i));
        }
    }
    return {};
}

/// "August 15, 2025", "August 15", "August 2025", "August", "Dec/2018", "Mar3", "May twenty nine".
Hit TimeReader::month_date(std::size_t i) const {
    const auto month = month_at(i);
    if (!month) {
        return {};
    }
    std::size_t k = i + 1;
    if (in_list(word(k), {".", "/", "-"}) && same_sentence(i, k) && pieces_[k].glued) {
        ++k;
    } else if (word(k) == "," && same_sentence(i, k)) {
        ++k;
    }
    const bool separated = k > i + 1;
    if (const auto year = year_at(k, i)) {
        return dated(k + 1, month_period(*year, *month));
    }
    if ((word(k) == "of" || word(k) == "in") && !separated) {
        if (const auto year = year_at(k + 1, i)) {
            return dated(k + 2, month_period(*year, *month));
        }
        if (const auto spoken = same_sentence(i, k + 1) ? spoken_year(k + 1) : std::pair<int, std::size_t>{0, 0}; spoken.second != 0) {
            return dated(spoken.second, month_period(spoken.first, *month));
        }
    }
    if (const auto spoken = same_sentence(i, k) && !separated ? spoken_year(k) : std::pair<int, std::size_t>{0, 0}; spoken.second != 0) {
        return dated(spoken.second, month_period(spoken.first, *month));
    }
    if (word(k) == "the" && !separated && same_sentence(i, k)) {
        ++k;
    }
    const auto count = same_sentence(i, k) ? read_count(pieces_, k) : std::nullopt;
    const bool as_day = count && !count->vague && count->value >= 1 && count->value <= 31 && std::floor(count->value) == count->value &&
                        (pieces_[k].kind == PieceKind::number ? pieces_[k].digits <= 2 && !pieces_[k].decimal && !pieces_[k].plural && !(word(k + 1) == ":" && pieces_[k + 1].glued) && word(k + 1) != "%" && word(k + 1) != "percent" && word(k + 1) != "million"
                                                              : word(k) != "a" && word(k) != "an" && word(k) != "another");
    if (as_day) {
        std::size_t next = count->next;
        const int day = static_cast<int>(count->value);
        std::optional<int> year = year_at(next, i);
        if (year) {
            ++next;
        } else if (in_list(word(next), {",", "in", "of", "-", "/"})) {
            year = year_at(next + 1, i);
            next += year ? 2 : 0;
        } else if (const auto spoken = same_sentence(i, next) ? spoken_year(next) : std::pair<int, std::size_t>{0, 0}; spoken.second != 0) {
            year = spoken.first;
            next = spoken.second;
        } else if (word(next) == "'" || word(next) == "\u2019") {
            if (is_plain(piece(i, next + 1)) && pieces_[next + 1].digits == 2 && pieces_[next + 1].glued) {
                year = full_year(whole(pieces_[next + 1]), 2);
                next += 2;
            }
        }
        const auto found = year ? year : missing_year(i, *month, day);
        if (!found) {
            return unresolved(next, "the year is unknown");
        }
        if (const auto at = make_day(*found, *month, day)) {
            return dated(next, day_period(*at), year ? "stated" : missing_year_reason(i));
        }
    }
    const auto year = missing_year(i, *month, 0);
    return year ? dated(i + 1, month_period(*year, *month), missing_year_reason(i)) : unresolved(i + 1, "the year is unknown");
}

/// "15 October 2025", "the 9th of May", "second of Aug", "the 18th" (of the month of publication).
Hit TimeReader::day_month(std::size_t i) const {
    std::size_t k = i;
    if (word(k) == "the") {
        ++k;
    }
    if (!same_sentence(i, k) || (pieces_[k].kind == PieceKind::number && (pieces_[k].digits > 2 || pieces_[k].decimal || pieces_[k].plural))) {
        return {};
    }
    const auto count = read_count(pieces_, k);
    if (!count || count->vague || count->value < 1 || count->value > 31 || in_list(word(k), {"a", "an", "another"}) || (pieces_[k].kind == PieceKind::word && !count->ordinal)) {
        return {};
    }
    std::size_t m = count->next;
    if (word(m) == "of" || ((word(m) == "-" || word(m) == "/") && same_sentence(i, m) && pieces_[m].glued)) {
        ++m;
    }
    const auto month = same_sentence(i, m) ? month_at(m) : std::nullopt;
    if (!month) {
        return bare_day(i, k, *count);
    }
    const int day = static_cast<int>(count->value);
    std::size_t next = m + 1;
    std::optional<int> year = year_at(next, i);
    if (year) {
        ++next;
    } else if (const auto spoken = same_sentence(i, next) ? spoken_year(next) : std::pair<int, std::size_t>{0, 0}; spoken.second != 0) {
        year = spoken.first;
        next = spoken.second;
    } else if (in_list(word(next), {",", "in", "of", "-", "."}) && year_at(next + 1, i)) {
        year = year_at(next + 1, i);
        next += 2;
    }
    const auto found = year ? year : missing_year(i, *month, day);
    if (!found) {
        return unresolved(next, "the year is unknown");
    }
    const auto at = make_day(*found, *month, day);
    return at ? dated(next, day_period(*at), year ? "stated" : missing_year_reason(i)) : Hit{};
}

/// "on the 18th": of the month of publication or the one beside it.
Hit TimeReader::bare_day(std::size_t i, std::size_t k, const Count& count) const {
    const bool led_in = i > 0 && same_sentence(i, i - 1) && in_list(word(i - 1), {"on", "until", "till", "by", "before", "around", "of", "since"});
    const Piece* after = piece(i, count.next);
    const bool ends = after == nullptr || after->kind == PieceKind::mark || in_list(after->lower, {"and", "at", "in", "for", "with", "to"});
    if (!published_ || k == i || !led_in || !count.ordinal || pieces_[k].kind != PieceKind::number || !ends) {
        return {};
    }
    const Date today = from_days(*published_);
    const auto day = make_day(today.year, today.month, static_cast<int>(count.value));
    if (!day) {
        return {};
    }
    const bool future = direction_(pieces_[i]) == Direction::future;
    const int step = future && *day < *published_ ? 1 : !future && *day > *published_ ? -1 : 0;
    return dated(count.next, day_period(shift_day(*day, Unit::month, step)), "publication date");
}

Hit TimeReader::weekday_date(std::size_t i) const {
    const auto day = weekday_at(i);
    if (!day) {
        return {};
    }
    std::size_t k = i + 1;
    if (in_list(word(k), {",", ".", "-", "("})) {
        ++k;
    }
    for (const Hit& hit : {month_date(k), day_month(k), numeric_date(k)}) {
        if (hit && same_sentence(i, k) && (!hit.period || hit.period->unit == Unit::day)) {
            return hit;
        }
    }
    if (!published_) {
        return unresolved(i + 1, "the document has no date");
    }
    const std::int32_t today = *published_;
    // "Sunday 31", "Tuesday the eleventh": the nearest such day
    const std::size_t d = word(i + 1) == "the" ? i + 2 : i + 1;
    const auto number = same_sentence(i, d) ? read_count(pieces_, d) : std::nullopt;
    const Piece* beyond = number ? piece(i, number->next) : nullptr;
    const bool alone = beyond == nullptr || beyond->kind == PieceKind::mark ? beyond == nullptr || in_list(beyond->lower, {".", ",", "!", "?", ";", ")"}) : false;
    if (number && number->value >= 1 && number->value <= 31 && !number->vague && (number->ordinal || (alone && pieces_[d].kind == PieceKind::number && !pieces_[d].decimal))) {
        const bool ahead = direction_(pieces_[i]) == Direction::future;
        for (std::int32_t away = 0; away < 900; ++away) {
            const std::int32_t at = ahead ? today + away : today - away;
            if (from_days(at).day == static_cast<std::uint8_t>(number->value) && weekday(from_days(at)) == *day) {
                return dated(number->next, day_period(at), "publication date");
            }
        }
    }
    const int now = weekday(from_days(today));
    const int back = (now - *day + 7) % 7;
    const Direction direction = direction_(pieces_[i]);
    const std::int32_t at = direction == Direction::future ? today + (7 - back) % 7 : today - back;
    return dated(i + 1, day_period(at), "publication date");
}

Hit TimeReader::year_date(std::size_t i) const {
    const Piece* p = piece(i, i);
    if (p == nullptr) {
        return {};
    }
    std::size_t k = i;
    if ((p->lower == "year" || (p->lower == "the" && word(i + 1) == "year"))) {
        k = p->lower == "the" ? i + 2 : i + 1;
        k += word(k) == "of" ? 1 : 0;
        const auto year = year_at(k, i);
        return year ? dated(k + 1, year_period(*year)) : Hit{};
    }
    // "15th century", "the sixteenth century"
    if (const auto count = read_count(pieces_, k); count && count->ordinal && count->value >= 1 && count->value <= 22) {
        std::size_t c = count->next;
        c += in_list(word(c), {"-", "\u2013"}) ? 1 : 0;
        if (same_sentence(i, c) && (word(c) == "century" || word(c) == "centuries")) {
            const bool before_christ = in_list(word(c + 1), {"bc", "bce"});
            return before_christ ? unresolved(c + 2, "before the common era") : dated(c + 1, century_period(static_cast<int>(count->value)));
        }
    }
    constexpr std::array<std::pair<std::string_view, int>, 8> decades = {{{"twenties", 1920}, {"thirties", 1930}, {"forties", 1940}, {"fifties", 1950},
                                                                         {"sixties", 1960}, {"seventies", 1970}, {"eighties", 1980}, {"nineties", 1990}}};
    if (const auto found = std::ranges::find(decades, p->lower, &std::pair<std::string_view, int>::first); found != decades.end() && i > 0 && in_list(word(i - 1), {"the", "late", "early"})) {
        return dated(i + 1, decade_period(found->second));
    }
    if (const auto spoken = spoken_year(i); spoken.second != 0 && i > 0 && in_list(word(i - 1), {"in", "of", "since", "by", "until", "from", "year", "to", ","})) {
        return dated(spoken.second, year_period(spoken.first));
    }
    if (!is_plain(p) || p->ordinal) {
        return {};
    }
    const int number = whole(*p);
    const std::string_view before = i > 0 && same_sentence(i, i - 1) ? word(i - 1) : std::string_view{};
    const Piece* after = piece(i, i + 1);
    const std::string_view next = after != nullptr ? std::string_view(after->lower) : std::string_view{};
    const bool split_decade = p->digits == 4 && number % 10 == 0 && next == "s";
    if ((p->plural || split_decade) && p->digits == 4 && number % 10 == 0 && number >= 1000 && number < 2200) {
        return dated(split_decade ? i + 2 : i + 1, number % 100 == 0 && number < 2000 ? century_period(number / 100 + 1) : decade_period(number));
    }
    if (p->plural && p->digits == 2 && number % 10 == 0 && number >= 20) {
        return dated(i + 1, decade_period(1900 + number));
    }
    if (p->digits == 3 && in_list(next, {"ad", "ce"})) {
        return dated(i + 2, year_period(number));
    }
    if (p->digits == 2 && !p->plural && i > 1 && in_list(before, {"-", "\u2013", "/"}) && year_at(i - 2, i - 2) && number > whole(pieces_[i - 2]) % 100 && !in_list(next, {"-", "/", "\u2013"})) {
        return dated(i + 1, year_period(whole(pieces_[i - 2]) / 100 * 100 + number));
    }
    const auto year = year_at(i, i);
    if (!year || p->plural) {
        return {};
    }
    if (in_list(next, {"bc", "bce"})) {
        return unresolved(i + 2, "before the common era");
    }
    if (in_list(before, {"$", "\u20AC", "\u00A3", "\u00A5", "#", "no", "\u2116", "over", "than", "about", "some", "nearly", "almost"}) || (p->glued && (in_list(before, {"-", "/", ".", ":"}) && i > 1 && pieces_[i - 2].kind == PieceKind::number && pieces_[i - 2].digits != 4)) ||
        (p->glued && i > 0 && pieces_[i - 1].kind == PieceKind::word)) {
        return {};
    }
    const bool led_in = in_list(before, {"in", "since", "by", "until", "till", "from", "before", "after", "during", "of", "for", "early", "late", "mid", "(", "between", "to", "and", "through", "around", "circa", "c", "as", "year", "spring", "summer", "autumn", "winter", "fall", "the", "[", ",", "\u2013"});
    const bool unit = in_list(next, {"%", "percent", "per", "people", "troops", "men", "soldiers", "miles", "km", "kilometres", "kilometers", "meters", "metres", "tons", "tonnes", "dollars", "euros", "pounds", "marks", "square", "feet", "years", "days", "hours", "million", "votes", "workers", "jobs", "ships", "members", "\u00B0"});
    if (unit || (!led_in && (number < 1500 || number > 2100)) || (number < 1500 && before == "of")) {
        return {};
    }
    Hit hit = dated(i + 1, year_period(*year));
    hit.modifier = before != "in" && i > 0 && same_sentence(i, i - 1);
    return hit;
}

/// "nineteen ninety six", "two thousand and fifteen": the year and the piece after it; {0, 0} for anything else.
std::pair<int, std::size_t> TimeReader::spoken_year(std::size_t i) const {
    if (i >= pieces_.size() || pieces_[i].kind != PieceKind::word) {
        return {0, 0};
    }
    const auto first = read_count(pieces_, i);
    if (!first || first->vague || first->ordinal || !same_sentence(i, first->next - 1)) {
        return {0, 0};
    }
    const auto value = static_cast<int>(first->value);
    if (value >= 1100 && value < 2200) {
        return {value, first->next};
    }
    if (value < 11 || value > 20 || !same_sentence(i, first->next) || pieces_[first->next].kind != PieceKind::word) {
        return {0, 0};
    }
    const auto second = read_count(pieces_, first->next);
    if (!second || second->vague || second->ordinal || second->value < 10 || second->value > 99 || word(first->next) == "a") {
        return {0, 0};
    }
    return {value * 100 + static_cast<int>(second->value), second->next};
}

Hit TimeReader::season_or_quarter(std::size_t i) const {
    const Piece* p = piece(i, i);
    if (p == nullptr) {
        return {};
    }
    if (const auto season = p->kind == PieceKind::word ? parse_season(p->lower) : std::nullopt) {
        std::size_t k = i + 1;
        k += in_list(word(k), {"of", ",", "in"}) ? 1 : 0;
        if (const auto year = year_at(k, i)) {
            return dated(k + 1, *season == 0 ? season_period(*year - 1, 0) : season_period(*year, *season));
        }
        if (p->lower == "spring" || p->lower == "fall" || i == 0 || !in_list(word(i - 1), {"the", "in", "during", "since", "over", "late", "early", "by"})) {
            return {};
        }
        return {.next = i + 1, .kind = TimeKind::date, .period = std::nullopt, .value = {}, .reason = "the year is unknown", .modifier = true};
    }
    const auto quarter_of = [&](int year, int quarter, std::size_t next) { return dated(next, period_with(Unit::quarter, *make_day(year, 3 * quarter - 1, 1))); };
    const auto half_of = [&](int year, int half, std::size_t next) { return dated(next, period_with(Unit::half, *make_day(year, half == 1 ? 2 : 8, 1))); };
    const auto letter = [&](std::size_t k, std::string_view name, int most) -> int {
        const Piece* q = piece(i, k);
        const Piece* n = piece(i, k + 1);
        return q != nullptr && q->lower == name && is_plain(n) && n->glued && n->digits == 1 && n->number >= 1 && n->number <= most ? whole(*n) : 0;
    };
    for (const auto& [name, most] : {std::pair<std::string_view, int>{"q", 4}, std::pair<std::string_view, int>{"h", 2}}) {
        if (const int number = letter(i, name, most); number != 0) {
            std::size_t k = i + 2;
            k += in_list(word(k), {"of", "-", ",", "/"}) ? 1 : 0;
            const auto year = year_at(k, i);
            const auto own = year ? year : published_ ? std::optional<int>(from_days(*published_).year) : std::nullopt;
            if (own) {
                return name == "q" ? quarter_of(*own, number, year ? k + 1 : i + 2) : half_of(*own, number, year ? k + 1 : i + 2);
            }
        }
        if (const auto year = year_at(i, i)) {
            const std::size_t k = in_list(word(i + 1), {"-", "/"}) ? i + 2 : i + 1;
            if (const int number = letter(k, name, most); number != 0) {
                return name == "q" ? quarter_of(*year, number, k + 2) : half_of(*year, number, k + 2);
            }
        }
    }
    std::size_t k = p->lower == "the" ? i + 1 : i;
    const auto count = same_sentence(i, k) ? read_count(pieces_, k) : std::nullopt;
    if (count && count->ordinal && count->value >= 1 && count->value <= 4 && (word(count->next) == "quarter" || word(count->next) == "half")) {
        const bool quarter = word(count->next) == "quarter";
        std::size_t y = count->next + 1;
        y += in_list(word(y), {"of", "in", ","}) ? 1 : 0;
        auto year = year_at(y, i);
        std::size_t next = year ? y + 1 : 0;
        if (!year && published_ && in_list(word(y), {"this", "last", "next", "the"}) && word(y + 1) == "year") {
            year = from_days(*published_).year + (word(y) == "last" ? -1 : word(y) == "next" ? 1 : 0);
            next = y + 2;
        }
        if (year && (quarter || count->value <= 2)) {
            return quarter ? quarter_of(*year, static_cast<int>(count->value), next) : half_of(*year, static_cast<int>(count->value), next);
        }
    }
    return {};
}

Hit TimeReader::holiday(std::size_t i) const {
    struct Feast {
        std::string_view words;
        int month;
        int day;     ///< 0: counted from Easter by `offset`, -1: Nth weekday below
        int offset;
        int weekday;
    };
    constexpr std::array<Feast, 21> feasts = {{{"christmas eve", 12, 24, 0, 0}, {"christmas day", 12, 25, 0, 0}, {"christmas", 12, 25, 0, 0}, {"boxing day", 12, 26, 0, 0},
                                              {"new year ' s day", 1, 1, 0, 0}, {"new year ' s eve", 12, 31, 0, 0}, {"new year \u2019 s day", 1, 1, 0, 0}, {"new year \u2019 s eve", 12, 31, 0, 0},
                                              {"good friday", 0, 0, -2, 0}, {"easter sunday", 0, 0, 0, 0}, {"easter monday", 0, 0, 1, 0}, {"easter", 0, 0, 0, 0},
                                              {"halloween", 10, 31, 0, 0}, {"valentine ' s day", 2, 14, 0, 0}, {"independence day", 7, 4, 0, 0}, {"thanksgiving", 11, -1, 4, 3}, {"may day", 5, 1, 0, 0}, {"earth day", 4, 22, 0, 0}, {"black friday", 11, -1, 4, 4}, {"labor day", 9, -1, 1, 0}, {"new year", 1, 1, 0, 0}}};
    if (i >= pieces_.size() || pieces_[i].kind != PieceKind::word) {
        return {};
    }
    for (const Feast& feast : feasts) {
        std::size_t k = i;
        std::string_view rest = feast.words;
        bool all = true;
        while (!rest.empty() && all) {
            const std::size_t space = rest.find(' ');
            all = same_sentence(i, k) && word(k) == rest.substr(0, space);
            rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
            ++k;
        }
        if (!all || (feast.words == "new year" && !in_list(i > 0 ? word(i - 1) : "", {"before", "after", "by", "until"}))) {
            continue;
        }
        auto year = year_at(k, i);
        const std::size_t next = year ? k + 1 : k;
        if (!year && published_) {
            year = feast.month != 0 ? missing_year(i, feast.month, std::max(feast.day, 1)) : std::optional<int>(from_days(*published_).year);
        }
        if (!year) {
            return unresolved(next, "the year is unknown");
        }
        if (feast.day < 0) {
            const std::int32_t first = *make_day(*year, feast.month, 1);
            return dated(next, day_period(first + (feast.weekday - weekday(from_days(first)) + 7) % 7 + 7 * (feast.offset - 1)));
        }
        return dated(next, day_period(feast.month == 0 ? easter(*year) + feast.offset : *make_day(*year, feast.month, feast.day)));
    }
    return {};
}

Hit TimeReader::stated(std::size_t i) const {
    Hit best = numeric_date(i);
    best = longer(std::move(best), month_date(i));
    best = longer(std::move(best), day_month(i));
    best = longer(std::move(best), weekday_date(i));
    best = longer(std::move(best), year_date(i));
    best = longer(std::move(best), season_or_quarter(i));
    return longer(std::move(best), holiday(i));
}

/// "10 - 12 May 2019", "2014-2018", "between March and May", "from 5 to 9 June".
Hit TimeReader::range(std::size_t i) const {
    const std::string_view opening = word(i);
    const bool between = opening == "between";
    const bool from = opening == "from";
    const std::size_t start = between || from ? i + 1 : i;
    if (!same_sentence(i, start)) {
        return {};
    }
    // "3 to 12 September", "18-19 November": the first is a bare day
    const Piece& first_piece = pieces_[start];
    if (first_piece.kind == PieceKind::number && first_piece.digits <= 2 && !first_piece.decimal && first_piece.number >= 1 && first_piece.number <= 31 &&
        (is_range_mark(word(start + 1)) || (between && word(start + 1) == "and")) && same_sentence(i, start + 2)) {
        const Hit last = day_month(start + 2);
        if (last && last.period && last.period->unit == Unit::day) {
            const Date end = from_days(last.period->last);
            const auto begin = make_day(end.year, end.month, whole(first_piece));
            if (begin && *begin < last.period->last) {
                return dated(last.next, interval(*begin, last.period->last, Unit::day), last.reason);
            }
        }
        return {};
    }
    const Hit a = stated(start);
    if (!a || !a.period || !same_sentence(i, a.next)) {
        return {};
    }
    const std::string_view link = word(a.next);
    if (!((between && link == "and") || is_range_mark(link)) || !same_sentence(i, a.next + 1)) {
        return {};
    }
    const bool glued = pieces_[a.next].glued && pieces_[a.next + 1].glued;
    const bool years = a.period->unit == Unit::year;
    if (years && !glued && link != "through") {
        return {};  // "from 2004 to 2009", "between 2004 and 2009" are two dates
    }
    if (!between && !from && !glued && !in_list(link, {"-", "\u2013", "through"})) {
        return {};
    }
    if (!between && !from && !glued && a.reason == "stated" && link != "through") {
        return {};  // "(8 February 1700 - 17 March 1782)" are two dates
    }
    // "November 18-19"
    const Piece& second_piece = pieces_[a.next + 1];
    if (a.period->unit == Unit::day && second_piece.kind == PieceKind::number && second_piece.digits <= 2 && a.reason != "stated") {
        const Date begin = from_days(a.period->first);
        std::size_t next = a.next + 2;
        std::optional<int> year;
        if (word(next) == "," && year_at(next + 1, i)) {
            year = year_at(next + 1, i);
            next += 2;
        }
        const auto first = make_day(year.value_or(begin.year), begin.month, begin.day);
        const auto last = make_day(year.value_or(begin.year), begin.month, whole(second_piece));
        if (first && last && *last > *first && !(word(next) == "/" && pieces_[next].glued)) {
            return dated(next, interval(*first, *last, Unit::day), year ? "stated" : a.reason);
        }
    }
    Hit b = longer(stated(a.next + 1), day_word(a.next + 1));
    if (!b && published_ && word(a.next + 1) == "now" && (between || from)) {
        b = dated(a.next + 2, day_period(*published_), "publication date");
    }
    if (!b || !b.period) {
        return {};
    }
    std::int32_t begin = a.period->first;
    if (a.reason != "stated" && b.reason == "stated") {  // "from May to October 2020": the year stands with the second
        const Date stated_end = from_days(b.period->last);
        Date own = from_days(begin);
        own.year = stated_end.year;
        begin = make_day(own.year, own.month, std::min<int>(own.day, days_in_month(own.year, own.month))).value_or(begin);
        if (begin > b.period->last) {
            begin = shift_day(begin, Unit::year, -1);
        }
    }
    std::int32_t end = b.period->last;
    if (end < begin && b.reason != "stated") {
        end = shift_day(end, Unit::year, 1);
    }
    return begin <= end ? dated(b.next, interval(begin, end, a.period->unit), b.reason) : Hit{};
}

/// "late August", "mid-November", "early in 2015", "the end of September", "the beginning of last year".
Hit TimeReader::part(std::size_t i) const {
    std::size_t k = word(i) == "the" || word(i) == "very" ? i + 1 : i;
    int which = 2;
    const std::string_view opening = word(k);
    if (opening == "early") {
        which = -1;
    } else if (opening == "mid" || opening == "middle") {
        which = 0;
    } else if (opening == "late") {
        which = 1;
    } else if (opening == "beginning" || opening == "start" || opening == "turn") {
        which = -1;
    } else if (opening == "end" || opening == "close") {
        which = 1;
    }
    if (which == 2 || !same_sentence(i, k + 1)) {
        return {};
    }
    const bool needs_of = in_list(opening, {"beginning", "start", "end", "close", "middle", "turn"});
    ++k;
    if (in_list(word(k), {"-", "\u2013"})) {
        ++k;
    } else if (word(k) == "of" || (word(k) == "in" && !needs_of)) {
        ++k;
    } else if (needs_of) {
        return {};
    }
    if (word(k) == "the") {
        ++k;
    }
    if (!same_sentence(i, k)) {
        return {};
    }
    Hit whole_hit = longer(stated(k), pointed(k));
    if (!whole_hit && published_ && in_list(word(k), {"week", "month", "year"}) && needs_of) {
        whole_hit = dated(k + 1, period_with(*parse_unit(word(k)), *published_), "publication date");
    }
    if (!whole_hit || !whole_hit.period || whole_hit.period->first == whole_hit.period->last) {
        return {};
    }
    whole_hit.period = part_of(*whole_hit.period, which);
    return whole_hit;
}

/// Whether piece `i` is the middle of a longer number: "138-2010-2015".
bool TimeReader::inside_number(std::size_t i) const {
    return i > 1 && same_sentence(i, i - 2) && pieces_[i].kind == PieceKind::number && pieces_[i].glued && pieces_[i - 1].glued && pieces_[i - 2].kind == PieceKind::number &&
           in_list(word(i - 1), {"-", "/", "$", "+", ".", ":"}) && pieces_[i - 2].digits != 4;
}

Hit TimeReader::read(std::size_t i) const {
    if (!may_begin(pieces_[i]) || inside_number(i)) {
        return {};
    }
    Hit best = range(i);
    best = longer(std::move(best), part(i));
    best = longer(std::move(best), with_day_part(stated(i)));
    best = longer(std::move(best), with_day_part(day_word(i)));
    best = longer(std::move(best), with_day_part(pointed(i)));
    best = longer(std::move(best), counted(i));
    best = longer(std::move(best), week_of(i));
    best = longer(std::move(best), repeated(i));
    return longer(std::move(best), clock(i));
}

void TimeReader::note(const Hit& hit, std::uint32_t sentence) {
    if (hit.period && !hit.modifier && (hit.kind == TimeKind::date || hit.kind == TimeKind::time)) {
        last_ = hit.period;
        last_sentence_ = sentence;
        narrated_ += hit.reason == "stated" && published_ && hit.period->date().year < from_days(*published_).year ? 1 : 0;
    }
}

}  // namespace synoptic
