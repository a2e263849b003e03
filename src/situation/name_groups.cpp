// SPDX-License-Identifier: Apache-2.0
#include "situation/name_groups.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>

#include "core/text.hpp"
#include "situation/name_forms.hpp"
#include "situation/person_signs.hpp"
#include "situation/spelling.hpp"

namespace synoptic {

namespace {

class Grouper {
public:
    Grouper(const StoryInput& input, const Offices& offices, const Countries& countries)
        : input_(input), offices_(offices), countries_(countries) {
        NameForms collected = collect_name_forms(input, offices);
        uses_ = std::move(collected.uses);
        forms_ = std::move(collected.forms);
    }

    NameGroups run() {
        parent_.resize(forms_.size());
        std::iota(parent_.begin(), parent_.end(), std::size_t{0});
        join_corrected();
        join_countries();
        join_full_names();
        join_single_names();
        join_organizations();
        return finish();
    }

private:
    std::size_t root(std::size_t form) const {
        while (parent_[form] != form) {
            form = parent_[form];
        }
        return form;
    }
    void join(std::size_t a, std::size_t b) {
        a = root(a);
        b = root(b);
        if (kept_apart(a, b)) {
            return;
        }
        parent_[std::max(a, b)] = std::min(a, b);
    }

    /// Whether a correction tells two groups of forms apart.
    bool kept_apart(std::size_t a, std::size_t b) const {
        for (std::size_t i = 0; a != b && input_.corrections.any_apart() && i < forms_.size(); ++i) {
            for (std::size_t j = 0; root(i) == a && j < forms_.size(); ++j) {
                if (root(j) == b && input_.corrections.apart(forms_[i].text, forms_[j].text)) {
                    return true;
                }
            }
        }
        return false;
    }

    void join_corrected() {
        std::map<const Corrections::Names*, std::size_t> first_of;
        for (std::size_t i = 0; i < forms_.size(); ++i) {
            if (const auto* entry = input_.corrections.same_as(forms_[i].text)) {
                const auto [first, fresh] = first_of.emplace(entry, i);
                if (!fresh) {
                    input_.corrections.used(entry->line);
                    forms_[i].kind = forms_[first->second].kind;
                    join(first->second, i);
                }
            }
        }
    }

    void join_countries() {
        std::map<std::string, std::size_t> first_of;
        for (std::size_t i = 0; i < forms_.size(); ++i) {
            if (forms_[i].kind == EntityKind::person) {
                continue;
            }
            if (const auto* country = countries_.by_name(forms_[i].text)) {
                forms_[i].kind = EntityKind::country;
                join(first_of.emplace(country->iso3, i).first->second, i);
            }
        }
        for (std::size_t i = 0; i < forms_.size(); ++i) {  // "Cantrian" taken for a name
            for (std::size_t j = 0; j < forms_.size() && forms_[i].words.size() == 1 && !person(forms_[i]); ++j) {
                if (forms_[j].kind == EntityKind::country && forms_[j].words.size() == 1 &&
                    is_adjective_of(forms_[i].text, forms_[j].text)) {
                    forms_[i].kind = EntityKind::country;
                    join(i, j);
                }
            }
        }
    }

    static bool person(const NameForm& form) { return form.kind == EntityKind::person; }

    /// What a name's holders are called in the story: "minister/water".
    std::set<std::string> offices_of(std::size_t form) const {
        std::set<std::string> found;
        for (const NameUse& use : uses_) {
            if (use.group == form) {
                for (const RoleUse& role : offices_.around(input_.documents[use.document], use.first, use.last)) {
                    found.insert(role.office.kind + "/" + role.office.portfolio);
                }
            }
        }
        return found;
    }

    /// "Joris Haldane" and "Yoris Haldane", both water minister: first names a letter apart are one where the surname and the office are,
    /// and where no document tells of both.
    bool same_holder(std::size_t i, std::size_t j) const {
        const NameForm& a = forms_[i];
        const NameForm& b = forms_[j];
        if (compare_words(a.words.back(), b.words.back()) == Likeness::different || !one_letter_apart(a.words.front(), b.words.front())) {
            return false;
        }
        const bool together = std::ranges::any_of(
            a.documents, [&](std::uint32_t document) { return std::ranges::find(b.documents, document) != b.documents.end(); });
        if (together) {
            return false;
        }
        const std::set<std::string> first = offices_of(i);
        return std::ranges::any_of(offices_of(j), [&](const std::string& office) { return first.contains(office); });
    }

    /// "mario", "maria"
    static bool of_two_sexes(std::string_view a, std::string_view b) {
        const auto ends = [](std::string_view x, std::string_view y) { return x.ends_with('a') && y.ends_with('o'); };
        return a.size() == b.size() && a.substr(0, a.size() - 1) == b.substr(0, b.size() - 1) && (ends(a, b) || ends(b, a));
    }

    /// "Timur Jalan" and "Temur Dzhalan"; never on the surname alone.
    static bool same_person(const NameForm& a, const NameForm& b) {
        const auto last = compare_words(a.words.back(), b.words.back());
        if (last == Likeness::different) {
            return false;
        }
        const auto ends_with_it = [](const NameForm& longer, const NameForm& shorter) {  // "State Police Lt. Ann Vell", "Ann Vell"
            return shorter.words.size() >= 2 && longer.words.size() > shorter.words.size() &&
                   std::equal(shorter.words.rbegin(), shorter.words.rend(), longer.words.rbegin());
        };
        if (ends_with_it(a, b) || ends_with_it(b, a)) {
            return true;
        }
        const std::string& first_a = a.words.front();
        const std::string& first_b = b.words.front();
        const bool initial = (first_a.size() == 1 || first_b.size() == 1) && first_a.front() == first_b.front();
        const bool cut = last == Likeness::same && std::min(first_a.size(), first_b.size()) >= 3 &&
                         (first_a.starts_with(first_b) || first_b.starts_with(first_a));  // "Luc", "Lucas"
        return initial || cut || (compare_words(first_a, first_b) != Likeness::different && !of_two_sexes(first_a, first_b));
    }

    void join_full_names() {
        for (std::size_t i = 0; i < forms_.size(); ++i) {
            for (std::size_t j = i + 1; j < forms_.size(); ++j) {
                const bool full =
                    forms_[i].words.size() > 1 && forms_[j].words.size() > 1 && forms_[i].words.size() < 8 && forms_[j].words.size() < 8;
                if (full && person(forms_[i]) && person(forms_[j]) && (same_person(forms_[i], forms_[j]) || same_holder(i, j))) {
                    join(i, j);
                }
            }
        }
    }

    /// The persons (by group) whose full name has a word like the single one; only those of the best grade.
    std::set<std::size_t> bearers(const NameForm& single) const {
        std::array<std::set<std::size_t>, 3> by_grade;  // same surname, same other word, similar surname
        for (std::size_t i = 0; i < forms_.size(); ++i) {
            const NameForm& form = forms_[i];
            if (!person(form) || form.words.size() < 2 || form.words.size() > 4) {
                continue;
            }
            const Likeness last = compare_words(form.words.back(), single.words.front());
            if (last == Likeness::same) {
                by_grade[0].insert(root(i));
            } else if (std::ranges::find(form.words, single.words.front()) != form.words.end()) {
                by_grade[1].insert(root(i));
            } else if (last == Likeness::similar && single.words.front().size() >= 4) {
                by_grade[2].insert(root(i));
            }
        }
        for (std::set<std::size_t>& grade : by_grade) {
            if (!grade.empty()) {
                return grade;
            }
        }
        return {};
    }

    void join_single_names() {
        for (std::size_t i = 0; i < forms_.size(); ++i) {
            if (forms_[i].words.size() != 1 || forms_[i].kind == EntityKind::country) {
                continue;
            }
            std::set<std::size_t> candidates = bearers(forms_[i]);
            std::erase_if(candidates, [&](std::size_t bearer) { return kept_apart(root(i), bearer); });
            const bool exact = candidates.size() == 1 && forms_[*candidates.begin()].words.back() == forms_[i].words.front();
            if (candidates.size() == 1 && (person(forms_[i]) || exact)) {
                forms_[i].kind = EntityKind::person;
                join(i, *candidates.begin());
            } else if (candidates.size() > 1 && person(forms_[i])) {
                ambiguous_.insert(static_cast<std::uint32_t>(i));
            }
        }
        // single names that are spelled alike and belong to nobody in full
        for (std::size_t i = 0; i < forms_.size(); ++i) {
            for (std::size_t j = i + 1; j < forms_.size(); ++j) {
                if (person(forms_[i]) && person(forms_[j]) && forms_[i].words.size() == 1 && forms_[j].words.size() == 1 && root(i) == i &&
                    root(j) == j && compare_words(forms_[i].words.front(), forms_[j].words.front()) != Likeness::different) {
                    join(i, j);
                }
            }
        }
    }

    static bool is_acronym_of(const NameForm& acronym, const NameForm& full) {
        if (acronym.words.size() != 1 || acronym.text.size() < 2 || acronym.text.size() > 7 || full.words.size() < 2 ||
            !std::ranges::all_of(acronym.text, [](char c) { return is_ascii_upper(c) || c == '.'; })) {
            return false;
        }
        constexpr std::array<std::string_view, 6> small = {"of", "the", "and", "for", "in", "on"};
        std::string initials;
        for (const std::string& word : full.words) {
            if (std::ranges::find(small, word) == small.end()) {
                initials += word.front();
            }
        }
        return initials == acronym.words.front();
    }

    void join_organizations() {
        const auto collective = [](const NameForm& form) {
            return form.kind == EntityKind::organization || form.kind == EntityKind::group;
        };
        for (std::size_t i = 0; i < forms_.size(); ++i) {
            const NameForm& brief = forms_[i];
            if (person(brief) || brief.kind == EntityKind::country) {
                continue;
            }
            std::set<std::size_t> longer;
            for (std::size_t j = 0; j < forms_.size(); ++j) {
                const NameForm& full = forms_[j];
                if (i == j || person(full) || full.words.size() <= brief.words.size()) {
                    continue;
                }
                const bool tail = std::equal(brief.words.rbegin(), brief.words.rend(), full.words.rbegin());
                const bool possessed = full.text.find("'s ") != std::string::npos ||
                                       full.text.find("\u2019s ") != std::string::npos;  // "Marchester's Foundry Square"
                const bool both_places = brief.kind == EntityKind::place && full.kind == EntityKind::place &&
                                         (possessed || full.words[full.words.size() - brief.words.size() - 1] == "of");
                if ((tail && ((collective(brief) && collective(full)) || both_places)) || is_acronym_of(brief, full)) {
                    longer.insert(root(j));
                }
            }
            if (longer.size() == 1) {
                join(i, *longer.begin());
            }
        }
    }

    NameGroups finish() {
        // a surname that several bear means the one named last before it in its document
        std::map<std::uint32_t, std::vector<std::pair<std::string, std::size_t>>> named;
        NameGroups result;
        std::map<std::size_t, std::uint32_t> numbers;
        std::vector<std::size_t> longest;
        std::vector<std::size_t> roots;
        for (NameUse& use : uses_) {
            const std::uint32_t form = use.group;
            std::size_t group = root(form);
            if (ambiguous_.contains(form)) {
                const auto& before = named[use.document];
                const auto last = std::find_if(before.rbegin(), before.rend(),
                                               [&](const auto& entry) { return entry.first == forms_[form].words.front(); });
                if (last != before.rend()) {
                    group = last->second;
                }
            } else if (person(forms_[form]) && forms_[form].words.size() > 1) {
                for (const std::string& word : forms_[form].words) {
                    named[use.document].emplace_back(word, group);
                }
            }
            const auto [at, fresh] = numbers.emplace(group, static_cast<std::uint32_t>(result.groups.size()));
            if (fresh) {
                result.groups.emplace_back();
                roots.push_back(group);
            }
            use.group = at->second;
        }
        for (std::size_t number = 0; number < result.groups.size(); ++number) {
            NameGroup& group = result.groups[number];
            std::tuple<std::size_t, std::size_t> best{0, 0};
            std::array<std::size_t, 8> votes{};
            for (std::size_t i = 0; i < forms_.size(); ++i) {
                if (root(i) != roots[number]) {
                    continue;
                }
                votes[static_cast<std::size_t>(forms_[i].kind)] += forms_[i].count;
                const std::size_t words =
                    person(forms_[i]) ? std::min<std::size_t>(forms_[i].words.size(), 3) : std::min<std::size_t>(forms_[i].words.size(), 2);
                const std::size_t rare = forms_[i].count == 1 && forms_[roots[number]].documents.size() > 2 ? 0 : 1;
                if (const std::tuple score{words * rare, forms_[i].count}; score > best || group.name.empty()) {
                    best = score;
                    group.name = forms_[i].text;
                }
            }
            group.kind = static_cast<EntityKind>(std::distance(votes.begin(), std::ranges::max_element(votes)));
            if (const auto* entry = input_.corrections.same_as(group.name)) {
                group.name = entry->names.front();
            }
            if (const auto* country = countries_.by_name(group.name); country != nullptr && group.kind != EntityKind::person) {
                group.country = country->iso3;
                group.name = country->name;
            }
        }
        doubt_persons(result);
        drop_unknown(result);
        return result;
    }

    /// What was taken for a person needs a use that shows it.
    void doubt_persons(NameGroups& result) const {
        const PersonSigns signs(input_, offices_);
        std::set<std::string, std::less<>> others;
        for (const NameGroup& group : result.groups) {
            if (group.kind != EntityKind::person) {
                for (std::string& word : name_words(name_key(group.name))) {
                    others.insert(std::move(word));
                }
            }
        }
        std::set<std::uint32_t> shown;
        std::set<std::uint32_t> barred;  // some use of the name forbids it
        for (const NameUse& use : uses_) {
            if (result.groups[use.group].kind == EntityKind::person && !signs.allowed_by(use, others)) {
                barred.insert(use.group);
            }
        }
        for (const NameUse& use : uses_) {
            if (result.groups[use.group].kind == EntityKind::person && !shown.contains(use.group) && signs.shown_by(use)) {
                shown.insert(use.group);
            }
        }
        for (const NameUse& use : uses_) {
            if (result.groups[use.group].kind == EntityKind::person && !shown.contains(use.group) && barred.contains(use.group)) {
                result.groups[use.group].kind = signs.kind_without(use);
            }
        }
    }

    /// Names of which no document can tell the kind are no actors.
    void drop_unknown(NameGroups& result) {
        std::vector<std::optional<std::uint32_t>> number(result.groups.size());
        std::vector<NameGroup> kept;
        for (std::size_t i = 0; i < result.groups.size(); ++i) {
            if (result.groups[i].kind != EntityKind::other && result.groups[i].kind != EntityKind::demonym) {
                number[i] = static_cast<std::uint32_t>(kept.size());
                kept.push_back(std::move(result.groups[i]));
            }
        }
        for (NameUse& use : uses_) {
            if (number[use.group]) {
                use.group = *number[use.group];
                result.uses.push_back(use);
            }
        }
        result.groups = std::move(kept);
    }

    const StoryInput& input_;
    const Offices& offices_;
    const Countries& countries_;
    std::vector<NameUse> uses_;  // NameUse::group is the number of a form until finish()
    std::vector<NameForm> forms_;
    std::vector<std::size_t> parent_;
    std::set<std::uint32_t> ambiguous_;  // forms: single names that several bear
};

}  // namespace

NameGroups group_names(const StoryInput& input, const Offices& offices, const Countries& countries) {
    return Grouper(input, offices, countries).run();
}

}  // namespace synoptic
