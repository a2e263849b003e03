// SPDX-License-Identifier: Apache-2.0
#include "clean/day_clues.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace synoptic {

const std::array<std::string_view, day_clue_count> day_clue_names = {"data-published",  "data-modified",
                                                                     "data-else",       "meta-published",
                                                                     "meta-modified",   "meta-vague",
                                                                     "address",         "description",

                                                                     "dateline",        "attribute",
                                                                     "marked",          "attribute-changed",
                                                                     "shown",           "shown-published",
                                                                     "shown-changed",   "aside",
                                                                     "aside-weight",    "aside-place",
                                                                     "times",           "place",
                                                                     "names",           "around",
                                                                     "clock",           "prose",
                                                                     "apart",           "alike",
                                                                     "ambiguous",       "lead",
                                                                     "order",           "days",
                                                                     "after-first",     "before-last",
                                                                     "after-published", "after-modified",
                                                                     "others-shown",    "others-changed"};

namespace {

constexpr float none = 99.0F;

bool is_for_machines(DateSource source) { return source < DateSource::attribute; }
bool is_shown(const DateWitness& witness) { return witness.source >= DateSource::attribute && !witness.aside; }

/// The clue that tells of a source.
DayClue clue_of(DateSource source) { return static_cast<DayClue>(source); }
static_assert(static_cast<int>(DateSource::description) == static_cast<int>(DayClue::description));

float root_of(std::int32_t days) { return days < 0 ? -std::sqrt(static_cast<float>(-days)) : std::sqrt(static_cast<float>(days)); }

class Weighing {
public:
    explicit Weighing(std::span<const DateWitness> witnesses) : witnesses_(witnesses) {
        for (const DateWitness& witness : witnesses) {
            if (!witness.aside || witness.marked || witness.names >= 2) {
                candidates_.push_back({.day = witness.day, .best = witness.source});
            }
        }
        std::ranges::stable_sort(candidates_, {}, &DayCandidate::day);  // of equal days the first comes first: the most official
        candidates_.erase(std::unique(candidates_.begin(), candidates_.end(), [](auto& a, auto& b) { return a.day == b.day; }),
                          candidates_.end());
        published_ = first_of(DateSource::data_published) ? first_of(DateSource::data_published) : first_of(DateSource::meta_published);
        modified_ = first_of(DateSource::data_modified) ? first_of(DateSource::data_modified) : first_of(DateSource::meta_modified);
    }

    std::vector<DayCandidate> weigh() {
        for (DayCandidate& candidate : candidates_) {
            describe(candidate);
        }
        for (DayCandidate& candidate : candidates_) {
            compare(candidate);
        }
        return std::move(candidates_);
    }

private:
    static float& clue(DayCandidate& candidate, DayClue what) { return candidate.clues[static_cast<std::size_t>(what)]; }
    static void raise(DayCandidate& candidate, DayClue what, float value) {
        clue(candidate, what) = std::max(clue(candidate, what), value);
    }

    [[nodiscard]] std::optional<Date> first_of(DateSource source) const {
        const auto found = std::ranges::find(witnesses_, source, &DateWitness::source);
        return found == witnesses_.end() ? std::nullopt : std::optional(found->day);
    }

    [[nodiscard]] float days_made_like(const DateWitness& witness) const {
        float days = 0;
        const DateWitness* before = nullptr;
        for (const DateWitness& other : witnesses_) {
            if (other.made == witness.made && other.made != 0) {
                days += before == nullptr || before->day != other.day ? 1.0F : 0.0F;
                before = &other;
            }
        }
        return days;
    }

    void describe(DayCandidate& candidate) const {
        for (std::size_t i = 0; i <= static_cast<std::size_t>(DateSource::description); ++i) {
            candidate.clues[i] = first_of(static_cast<DateSource>(i)) ? 0.0F : -1.0F;
        }
        bool only_clock = true;
        bool only_prose = true;
        bool only_ambiguous = true;
        clue(candidate, DayClue::apart) = 1.0F;
        clue(candidate, DayClue::alike) = none;
        clue(candidate, DayClue::around) = none;
        clue(candidate, DayClue::order) = none;
        float shown_days = 0;
        for (const DateWitness& witness : witnesses_) {
            const bool names_it = witness.day == candidate.day;
            candidate.of_change = candidate.of_change && (!names_it || witness.aside || witness.speaks == Speaks::of_change);
            if (is_for_machines(witness.source)) {
                raise(candidate, clue_of(witness.source), names_it ? 2.0F : witness.days.holds(candidate.day) ? 1.0F : 0.0F);
                only_ambiguous = only_ambiguous && (!names_it || witness.ambiguous);
                continue;
            }
            shown_days += is_shown(witness) ? 1.0F : 0.0F;
            if (!names_it) {
                continue;
            }
            only_ambiguous = only_ambiguous && witness.ambiguous;
            clue(candidate, DayClue::apart) = std::min(clue(candidate, DayClue::apart), witness.apart);
            clue(candidate, DayClue::alike) = std::min(clue(candidate, DayClue::alike), days_made_like(witness));
            if (witness.aside) {
                clue(candidate, DayClue::aside) += 1.0F;
                raise(candidate, DayClue::aside_weight, witness.weight());
                raise(candidate, DayClue::aside_place, witness.place);
                continue;
            }
            only_clock = only_clock && witness.clock;
            only_prose = only_prose && witness.prose;
            clue(candidate, DayClue::order) = std::min(clue(candidate, DayClue::order), shown_days);
            clue(candidate, DayClue::times) += 1.0F;
            raise(candidate, DayClue::place, witness.place);
            raise(candidate, DayClue::names, witness.names);
            clue(candidate, DayClue::around) = std::min(clue(candidate, DayClue::around), witness.around);
            add_weight(candidate, witness);
        }
        const bool any = clue(candidate, DayClue::times) > 0;
        clue(candidate, DayClue::clock) = any && only_clock ? 1.0F : 0.0F;
        clue(candidate, DayClue::prose) = any && only_prose ? 1.0F : 0.0F;
        clue(candidate, DayClue::ambiguous) = only_ambiguous ? 1.0F : 0.0F;
    }

    static void add_weight(DayCandidate& candidate, const DateWitness& witness) {
        const float weight = witness.weight();
        const bool of_change = witness.speaks == Speaks::of_change;
        switch (witness.source) {
        case DateSource::dateline:
            raise(candidate, DayClue::dateline, weight);
            break;
        case DateSource::attribute:
            raise(candidate, of_change ? DayClue::attribute_changed : DayClue::attribute, weight);
            raise(candidate, DayClue::marked, witness.marked && !of_change ? weight : 0.0F);
            break;
        default:
            raise(candidate,
                  of_change                                  ? DayClue::shown_changed
                  : witness.speaks == Speaks::of_publication ? DayClue::shown_published
                                                             : DayClue::shown,
                  witness.speaks == Speaks::of_else ? 0.0F : weight);
        }
    }

    [[nodiscard]] static float shown_weight(DayCandidate& candidate) {
        return std::max({clue(candidate, DayClue::shown), clue(candidate, DayClue::shown_published), clue(candidate, DayClue::attribute),
                         clue(candidate, DayClue::dateline)});
    }

    void compare(DayCandidate& candidate) {
        Date first = candidate.day;
        Date last = candidate.day;
        float best_other = 0;
        for (DayCandidate& other : candidates_) {
            const float weight = shown_weight(other);
            const bool is_likely = weight >= 3 || clue(other, DayClue::data_published) > 1 || clue(other, DayClue::meta_published) > 1 ||
                                   clue(other, DayClue::data_modified) > 1 || clue(other, DayClue::meta_modified) > 1;
            first = is_likely ? std::min(first, other.day) : first;
            last = is_likely ? std::max(last, other.day) : last;
            if (other.day == candidate.day) {
                continue;
            }
            best_other = std::max(best_other, weight);
            raise(candidate, DayClue::others_shown, std::max(clue(other, DayClue::shown), clue(other, DayClue::attribute)));
            raise(candidate, DayClue::others_changed,
                  std::max(clue(other, DayClue::shown_changed), clue(other, DayClue::attribute_changed)));
        }
        const auto days_after = [&](const Date& other) { return root_of(to_days(candidate.day) - to_days(other)); };
        clue(candidate, DayClue::lead) = shown_weight(candidate) - best_other;
        clue(candidate, DayClue::days) = static_cast<float>(candidates_.size());
        clue(candidate, DayClue::after_first) = days_after(first);
        clue(candidate, DayClue::before_last) = -days_after(last);
        clue(candidate, DayClue::after_published) = published_ ? days_after(*published_) : none;
        clue(candidate, DayClue::after_modified) = modified_ ? days_after(*modified_) : none;
    }

    std::span<const DateWitness> witnesses_;
    std::vector<DayCandidate> candidates_;
    std::optional<Date> published_;
    std::optional<Date> modified_;
};

}  // namespace

std::vector<DayCandidate> weigh_days(std::span<const DateWitness> witnesses) { return Weighing(witnesses).weigh(); }

}  // namespace synoptic
