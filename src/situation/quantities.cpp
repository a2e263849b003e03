// SPDX-License-Identifier: Apache-2.0
#include "situation/quantities.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "core/table.hpp"
#include "core/text.hpp"
#include "situation/number_sentence.hpp"

namespace synoptic {

namespace {

struct Vague {
    std::string_view word;
    double low;
    double high;
};
constexpr std::array<Vague, 6> vague_numbers = {{{"dozen", 10, 60},
                                                 {"dozens", 24, 99},
                                                 {"scores", 40, 199},
                                                 {"hundreds", 200, 999},
                                                 {"thousands", 2000, 9999},
                                                 {"millions", 2e6, 9e6}}};

}  // namespace

bool agree(const Quantity& a, const Quantity& b) { return a.low <= b.high && b.low <= a.high; }

/// One pass over one sentence.
class QuantityScan : private NumberSentence {
public:
    QuantityScan(const QuantityReader& tables, const Document& document, std::uint32_t sentence, std::vector<Quantity>& found)
        : NumberSentence(document, sentence), tables_(tables), sentence_(sentence), found_(found) {}

    void run() {
        for (std::size_t at = 0; at < words_.size();) {
            const std::size_t next = read_at(at);
            at = std::max(next, at + 1);
        }
    }

private:
    /// Reads a unit at `at`, "-hour" included; moves `at` behind it.
    const QuantityReader::Unit* unit_at(std::size_t& at, std::size_t& head) const {
        std::size_t from = at;
        if (is_hyphen(word(from))) {
            ++from;
        }
        for (std::size_t length : {std::size_t{2}, std::size_t{1}}) {
            if (from + length > words_.size()) {
                continue;
            }
            std::string phrase(word(from));
            if (length == 2) {
                phrase += ' ';
                phrase += word(from + 1);
            }
            if (const auto unit = tables_.units_.find(phrase); unit != tables_.units_.end()) {
                head = from + length - 1;
                at = from + length;
                return &unit->second;
            }
        }
        return nullptr;
    }

    /// "more than", "about" before `at`; moves `from` to its first word.
    [[nodiscard]] std::optional<QuantityReader::Approximator> approximator_before(std::size_t at, std::size_t& from) const {
        for (std::size_t length = 4; length > 0; --length) {
            if (length > at) {
                continue;
            }
            std::string phrase;
            for (std::size_t i = at - length; i < at; ++i) {
                phrase += (phrase.empty() ? "" : " ") + words_[i];
            }
            if (const auto found = tables_.approximators_.find(phrase); found != tables_.approximators_.end()) {
                from = at - length;
                return found->second;
            }
        }
        if (at > 1 &&
            (word(at - 1) == "a" || word(at - 1) == "an")) {  // "more than a | dozen": so round a number that more may be much more
            constexpr double round_number = 3;
            auto found = approximator_before(at - 1, from);
            if (found && found->least == 1 && found->most > 1.2) {
                found->most *= round_number;
            }
            return found;
        }
        return std::nullopt;
    }

    void set_bounds(Quantity& quantity, double value, double step) const {
        quantity.value = quantity.low = quantity.high = value;
        const double rounding = std::min(step / 2, value * 0.04);
        if (step < 1 || value >= 100) {
            quantity.low -= rounding;
            quantity.high += rounding;
        }
    }

    void add(Quantity quantity, std::size_t first, std::size_t last, std::size_t head) {
        quantity.sentence = sentence_;
        quantity.first = begin_ + static_cast<std::uint32_t>(first);
        quantity.last = begin_ + static_cast<std::uint32_t>(last);
        quantity.head = begin_ + static_cast<std::uint32_t>(head);
        found_.push_back(std::move(quantity));
    }

    void set_noun(Quantity& quantity, std::size_t noun) const {
        quantity.unit = fold_accents(document_.analysis.lemma(token(noun)));
        if (quantity.unit.empty()) {
            quantity.unit = words_[noun];
        }
    }

    /// "one train in five", "nine in ten departures", "a fifth of its trains", "half of them".
    std::size_t read_fraction(std::size_t at) {
        const auto upper = numeral_at(at);
        double share = 0;
        std::size_t next = at;
        std::optional<std::size_t> noun;
        if (upper && upper->value >= 1) {
            next = at + upper->words;
            std::size_t link = next;
            if (word(link) != "in" && word(link) != "out" && word(link + 1) == "in") {  // "one train in five"
                noun = link;
                ++link;
            }
            if (word(link) == "in" || (word(link) == "out" && word(link + 1) == "of")) {
                link += word(link) == "in" ? 1 : 2;
                if (word(link) == "every") {
                    ++link;
                }
                const auto lower = numeral_at(link);
                if (lower && lower->value > upper->value && lower->value <= 1000 && lower->step >= 1 && !in_date(link)) {
                    share = 100 * upper->value / lower->value;
                    next = link + lower->words;
                }
            }
            if (share == 0) {
                noun.reset();
                const std::size_t part = is_hyphen(word(next)) ? next + 1 : next;
                if (const auto lower = read_denominator(word(part)); lower && upper->value < *lower) {
                    share = 100 * upper->value / *lower;
                    next = part + 1;
                }
            }
        } else if (word(at) == "half") {
            share = 50;
            next = at + 1;
        } else if (word(at) == "a" && read_denominator(word(at + 1)) && word(at + 2) == "of") {
            share = 100 / *read_denominator(word(at + 1));
            next = at + 2;
        }
        if (share == 0) {
            return at;
        }
        if (!noun) {
            noun = counted_noun(next);
        }
        if (!noun) {
            return at;
        }
        Quantity quantity{.value = share, .low = share, .high = share, .measure = "share", .unit = {}, .part = true};
        set_noun(quantity, *noun);
        if (const auto unit = tables_.units_.find(words_[*noun]); unit != tables_.units_.end()) {  // "half an hour"
            scale(quantity, unit->second.factor / 100);
            quantity.measure = unit->second.measure;
            quantity.unit = unit->second.unit;
            quantity.part = false;
        }
        std::size_t from = at;
        if (const auto approximator = approximator_before(at, from)) {
            quantity.low *= approximator->least;
            quantity.high *= approximator->most;
            quantity.hedged = true;
        }
        add(std::move(quantity), from, std::max(next, *noun + 1), *noun);
        return next;
    }

    std::size_t read_vague(std::size_t at) {
        const auto vague = std::ranges::find(vague_numbers, word(at), &Vague::word);
        if (vague == vague_numbers.end() || word(at + 1) != "of") {
            return at;
        }
        const auto noun = counted_noun(at + 1);
        if (!noun) {
            return at;
        }
        Quantity quantity{.value = vague->low, .low = vague->low, .high = vague->high, .measure = "count", .unit = {}, .hedged = true};
        if (at >= 2 && word(at - 1) == "of" && word(at - 2) == "tens") {
            quantity.low *= 10;
            quantity.high *= 10;
        }
        set_noun(quantity, *noun);
        add(std::move(quantity), at, *noun + 1, *noun);
        return *noun + 1;
    }

    std::size_t read_at(std::size_t at) {
        if (in_date(at)) {
            return at + 1;
        }
        if (const std::size_t next = read_fraction(at); next > at) {
            return next;
        }
        if (const std::size_t next = read_vague(at); next > at) {
            return next;
        }
        std::size_t start = at;
        const QuantityReader::Unit* currency = nullptr;
        if (const auto unit = tables_.units_.find(word(at));
            unit != tables_.units_.end() && unit->second.measure == "money" && numeral_at(at + 1)) {
            currency = &unit->second;
            start = at + 1;
        }
        const bool glued = !currency && word(at).size() > 1 && word(at).front() == '$';  // "$90m" as one token
        std::optional<Numeral> numeral;
        if (glued) {
            const std::vector<std::string> rest = [&] {
                std::vector<std::string> list(words_.begin() + static_cast<std::ptrdiff_t>(at),
                                              words_.begin() + static_cast<std::ptrdiff_t>(std::min(at + 3, words_.size())));
                list.front().erase(0, 1);
                return list;
            }();
            numeral = read_numeral(rest);
            currency = numeral ? &tables_.units_.find("dollar")->second : nullptr;
        } else {
            numeral = numeral_at(start);
        }
        if (!numeral) {
            return at;
        }
        if (currency == nullptr && names_a_thing(start)) {
            const auto whole = whole_after(start, *numeral);
            return whole ? *whole + 1 : start + numeral->words;
        }
        if (const auto whole = whole_after(start, *numeral); whole && currency == nullptr) {
            return *whole;
        }
        std::size_t next = start + numeral->words;
        if (word(start) == "one" && numeral->words == 1 && token(start).upos != Upos::NUM) {
            return next;
        }
        Quantity quantity;
        set_bounds(quantity, numeral->value, numeral->step);
        quantity.measure = "count";
        std::size_t from = at;
        std::size_t range_from = at;
        // a range: "between 60 and 80", "60 to 80"
        if (word(next) == "and" || word(next) == "to" || is_hyphen(word(next))) {
            std::size_t other = is_hyphen(word(next)) && word(next + 1) == "to" ? next + 2 : next + 1;  // "24- to 30-foot"
            if (currency != nullptr && other < words_.size() && tables_.units_.contains(word(other))) {
                ++other;
            }
            const auto upper = numeral_at(other);
            const bool between = at > 0 && (word(at - 1) == "between" || word(at - 1) == "from");
            if (upper && upper->value > numeral->value && (between || word(next) != "and") && !in_date(other)) {
                double low = numeral->value;
                if (upper->step >= 1000 && low < 1000) {  // "1.8 to 2.2 million"
                    const double scale = std::pow(1000.0, std::floor(std::log10(upper->value) / 3));
                    low *= low * scale < upper->value ? scale : 1;
                } else if (upper->value >= 1e5 && low < 1000) {
                    low *= upper->value >= 1e9 ? 1e9 : upper->value >= 1e6 ? 1e6 : 1e3;
                }
                quantity.value = quantity.low = low;
                quantity.high = upper->value;
                quantity.hedged = true;
                next = other + upper->words;
                range_from = between ? at - 1 : at;
            }
        }
        std::size_t head = start;
        const QuantityReader::Unit* unit = currency;
        if (unit == nullptr) {
            unit = unit_at(next, head);
        }
        std::size_t last = next;
        if (unit != nullptr) {
            scale(quantity, unit->factor);
            quantity.measure = unit->measure;
            quantity.unit = unit->unit;
            head = unit == currency ? start : head;
            if (unit->measure == "duration") {
                last = read_rest_of_duration(quantity, next);
                if (word(last) == "past" || word(last) == "to") {
                    return last;  // "one minute past midnight"
                }
            }
        } else if (const auto scale_word = magnitude_before(at)) {
            quantity.measure = "magnitude";
            quantity.unit = "magnitude";
            head = *scale_word;
        } else if (const auto noun = counted_noun(next)) {
            set_noun(quantity, *noun);
            head = *noun;
            last = *noun + 1;
        } else if (const auto before = noun_before(at); before && numeral->value > 10) {
            set_noun(quantity, *before);  // "put the crowd at about 6,000"
        } else if (numeral->step >= 1 && numeral->value >= 1900 && numeral->value <= 2100 && word(start).size() == 4) {
            return next;  // a year
        }
        if (const auto approximator = approximator_before(at, from); approximator && !quantity.hedged) {
            quantity.low = quantity.value * approximator->least;
            quantity.high = quantity.value * approximator->most;
            quantity.hedged = approximator->least != approximator->most;
        }
        inherit_bound(quantity, from);
        read_rate(quantity, last);
        const bool year =
            word(start).size() == 4 && numeral->words == 1 && numeral->value >= 1900 && numeral->value <= 2100 && unit == nullptr;
        if (!year) {
            add(std::move(quantity), std::min(from, range_from), last, head);
        }
        return last;
    }

    /// "more than 30 homers and | 100 runs": the bound before the first holds for the second too.
    void inherit_bound(Quantity& quantity, std::size_t from) const {
        if (quantity.hedged || found_.empty() || from == 0 || word(from - 1) != "and") {
            return;
        }
        const Quantity& before = found_.back();
        const bool bounded = before.hedged && before.sentence == sentence_ && before.last == begin_ + from - 1 && before.value > 0 &&
                             (before.low == before.value) != (before.high == before.value);
        if (bounded) {
            quantity.low = quantity.value * (before.low / before.value);
            quantity.high = quantity.value * (before.high / before.value);
            quantity.hedged = true;
        }
    }

    /// "35 million marks | a day", "90 km | per hour"
    void read_rate(Quantity& quantity, std::size_t at) const {
        constexpr std::array<std::string_view, 9> spans = {"second", "minute", "hour", "day", "night", "week", "month", "year", "head"};
        if ((word(at) == "a" || word(at) == "an" || word(at) == "per" || word(at) == "each" || word(at) == "every") &&
            std::ranges::find(spans, word(at + 1)) != spans.end()) {
            quantity.per = word(at + 1);
        } else if (word(at) == "per" && at + 1 < words_.size() && token(at + 1).upos == Upos::NOUN) {
            quantity.per = word(at + 1);
        }
    }

    static void scale(Quantity& quantity, double factor) {
        quantity.value *= factor;
        quantity.low *= factor;
        quantity.high *= factor;
    }

    /// "two hours | and fifty minutes"
    std::size_t read_rest_of_duration(Quantity& quantity, std::size_t at) const {
        const std::size_t from = word(at) == "and" || word(at) == "," ? at + 1 : at;
        if (word(from) == "a" && word(from + 1) == "half") {
            return at;
        }
        const auto numeral = numeral_at(from);
        if (!numeral) {
            return at;
        }
        std::size_t next = from + numeral->words;
        std::size_t head = 0;
        const auto* unit = unit_at(next, head);
        if (unit == nullptr || unit->measure != "duration" || numeral->value * unit->factor >= quantity.value) {
            return at;
        }
        const double more = numeral->value * unit->factor;
        quantity.value += more;
        quantity.low += more;
        quantity.high += more;
        return next;
    }

    const QuantityReader& tables_;
    std::uint32_t sentence_;
    std::vector<Quantity>& found_;
};

QuantityReader::QuantityReader() {
    const auto number = [](std::string_view text) {
        double value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    };
    for (const Row& row : load_table("situation_units.tsv")) {
        for (std::string_view word : split(row.at(0), '|')) {
            units_.emplace(word, Unit{.measure = std::string(row.at(1)), .unit = std::string(row.at(2)), .factor = number(row.at(3))});
        }
    }
    for (const Row& row : load_table("situation_approximators.tsv")) {
        approximators_.emplace(row.at(0), Approximator{.least = number(row.at(1)), .most = number(row.at(2))});
    }
}

std::vector<Quantity> QuantityReader::read(const Document& document) const {
    std::vector<Quantity> found;
    for (std::uint32_t sentence = 0; sentence < document.analysis.sentences.size(); ++sentence) {
        QuantityScan(*this, document, sentence, found).run();
    }
    return found;
}

}  // namespace synoptic
