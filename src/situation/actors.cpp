// SPDX-License-Identifier: Apache-2.0
#include "situation/actors.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "core/text.hpp"
#include "situation/name_groups.hpp"
#include "situation/nominals.hpp"
#include "situation/plurals.hpp"
#include "situation/support.hpp"
#include "situation/terms.hpp"

namespace synoptic {

namespace {

ActorKind actor_kind(EntityKind kind) {
    switch (kind) {
    case EntityKind::person:
        return ActorKind::person;
    case EntityKind::country:
        return ActorKind::country;
    case EntityKind::place:
        return ActorKind::place;
    case EntityKind::group:
        return ActorKind::group;
    default:
        return ActorKind::organization;
    }
}

class CastBuilder {
public:
    CastBuilder(const StoryInput& input, const Offices& offices, const Countries& countries, const GroupNouns& groups)
        : input_(input), offices_(offices), countries_(countries), groups_(groups), names_(group_names(input, offices, countries)) {}

    Cast run() {
        for (const NameGroup& group : names_.groups) {
            cast_.actors.push_back(
                {.name = group.name, .kind = actor_kind(group.kind), .country = group.country, .aliases = {}, .roles = {}, .mentions = {}});
            forms_.emplace_back();
        }
        for (const NameUse& use : names_.uses) {
            place_name(use);
        }
        place_adjectives();
        for (std::uint32_t document : input_.story.documents) {
            place_nominals(document);
        }
        find_sides();
        const PluralResolver plurals(input_, cast_);
        for (std::uint32_t document : input_.story.documents) {
            for (std::uint32_t token = 0; token < document_of(document).analysis.tokens.size(); ++token) {
                if (auto several = plurals.resolve(document, token); several.size() > 1) {
                    cast_.assign_several(document, token, std::move(several));
                }
            }
        }
        for (std::uint32_t document : input_.story.documents) {
            place_participants(document);
        }
        find_sides_of_groups();
        finish();
        return std::move(cast_);
    }

private:
    const Document& document_of(std::uint32_t document) const { return input_.documents[document]; }

    std::string text_of(std::uint32_t document, std::uint32_t first, std::uint32_t last) const {
        const Document& text = document_of(document);
        return fold_space(Span{text.analysis.tokens[first].begin, text.analysis.tokens[last - 1].end}.in(text.text));
    }

    void assign(std::uint32_t document, std::uint32_t token, std::uint32_t actor) {
        cast_.assign(document, token, actor, document_of(document).analysis.tokens.size());
    }

    /// Notes that tokens [first, last) speak of the actor, under this form.
    void note(std::uint32_t document, std::uint32_t first, std::uint32_t last, std::uint32_t actor, bool alias = true) {
        const Analysis& analysis = document_of(document).analysis;
        const Span span{analysis.tokens[first].begin, analysis.tokens[last - 1].end};
        if (span.empty()) {
            return;
        }
        cast_.actors[actor].mentions.emplace_back(document, analysis.sentence_at(span.begin), span);
        constexpr std::size_t longest_alias = 80;
        if (alias && span.size() <= longest_alias) {
            forms_[actor].insert(text_of(document, first, last));
        }
    }

    /// "Moscow said": a seat of government that acts is its country, if the story speaks of that too.
    std::optional<std::uint32_t> country_seated_in(const NameUse& use) const {
        const ActorKind kind = cast_.actors[use.group].kind;
        const auto* country =
            kind == ActorKind::place || kind == ActorKind::organization ? countries_.by_seat(cast_.actors[use.group].name) : nullptr;
        const Deprel relation = document_of(use.document).analysis.tokens[use.last - 1].deprel;
        if (country == nullptr || (relation != Deprel::nsubj && relation != Deprel::nsubj_pass && relation != Deprel::obl_agent)) {
            return std::nullopt;
        }
        const auto actor =
            std::ranges::find_if(cast_.actors, [&](const Actor& a) { return a.kind == ActorKind::country && a.country == country->iso3; });
        return actor == cast_.actors.end() ? std::nullopt
                                           : std::optional(static_cast<std::uint32_t>(std::distance(cast_.actors.begin(), actor)));
    }

    void place_name(NameUse use) {
        use.group = country_seated_in(use).value_or(use.group);
        for (std::uint32_t token = use.first; token < use.last; ++token) {
            assign(use.document, token, use.group);
        }
        note(use.document, use.first, use.last, use.group);
        const auto assign_title = [&](std::uint32_t first, std::uint32_t last) {  // a participant's head may be the title: "Captain Pell"
            for (std::uint32_t token = first; token < last; ++token) {
                const Upos tag = document_of(use.document).analysis.tokens[token].upos;
                if ((tag == Upos::NOUN || tag == Upos::PROPN) && !cast_.at(use.document, token)) {
                    assign(use.document, token, use.group);
                }
            }
        };
        if (use.title < use.first) {
            assign_title(use.title, use.first);
            note(use.document, use.title, use.first, use.group, false);
            forms_[use.group].insert(text_of(use.document, use.title, use.last));
        }
        if (cast_.actors[use.group].kind != ActorKind::person) {
            return;
        }
        const Document& document = document_of(use.document);
        for (RoleUse& role : offices_.around(document, use.first, use.last)) {
            const std::uint32_t sentence = document.analysis.sentence_at(role.office.span.begin);
            const std::string phrase = fold_space(role.office.span.in(document.text));
            cast_.actors[use.group].roles.push_back(
                {.text = role.office.text, .evidence = Provenance(use.document, sentence, role.office.span)});
            if (role.title) {
                const std::uint32_t from = document.analysis.token_at(role.office.span.begin);
                forms_[use.group].insert(text_of(use.document, from, use.last));
                assign(use.document, role.office.head, use.group);
            } else if (role.office.definite && phrase.size() <= 60 && !phrase.starts_with("who ")) {
                forms_[use.group].insert(phrase);
            }
            cast_.roles.push_back({.actor = use.group, .document = use.document, .sentence = sentence, .office = std::move(role.office)});
        }
    }

    /// "Varkeshi" and "American" speak of the country where the story names it.
    void place_adjectives() {
        std::map<std::string, std::optional<std::uint32_t>> known;
        const auto country_of = [&](const std::string& word) {
            const auto* country = countries_.by_adjective(word);
            for (std::uint32_t actor = 0; actor < cast_.actors.size(); ++actor) {
                const Actor& candidate = cast_.actors[actor];
                if (candidate.kind == ActorKind::person || candidate.kind == ActorKind::organization) {
                    continue;
                }
                if (country != nullptr ? candidate.country == country->iso3 : is_adjective_of(word, candidate.name)) {
                    return std::optional(actor);
                }
            }
            return std::optional<std::uint32_t>();
        };
        for (std::uint32_t document : input_.story.documents) {
            const Analysis& analysis = document_of(document).analysis;
            for (std::uint32_t token = 0; token < analysis.tokens.size(); ++token) {
                const std::string_view text = document_of(document).view(analysis.tokens[token]);
                if (text.size() < 4 || !is_ascii_upper(text.front()) || cast_.at(document, token)) {
                    continue;
                }
                const auto [at, fresh] = known.try_emplace(std::string(text));
                if (fresh) {
                    at->second = country_of(at->first);
                }
                if (at->second) {
                    assign(document, token, *at->second);
                }
            }
        }
    }

    /// Nominals and pronouns follow the names of their chain; "the prime minister" finds the one who holds the office.
    void place_nominals(std::uint32_t document) {
        const Document& text = document_of(document);
        const Analysis& analysis = text.analysis;
        std::map<std::uint32_t, std::map<std::uint32_t, std::size_t>> votes;  // chain => actor => names
        for (const Mention& mention : analysis.mentions) {
            if (mention.kind == MentionKind::name) {
                const auto actor = mention.head < analysis.tokens.size() ? cast_.at(document, mention.head) : std::nullopt;
                if (actor) {
                    ++votes[mention.chain][*actor];
                }
            }
        }
        std::map<std::uint32_t, std::uint32_t> actor_of;
        for (const auto& [chain, counts] : votes) {
            actor_of[chain] = std::ranges::max_element(counts, {}, [](const auto& c) { return c.second; })->first;
        }
        NominalResolver resolver(input_, offices_, cast_);
        for (int pass = 0; pass < 2; ++pass) {  // nominals first: a pronoun may follow a nominal that only its office resolves
            for (const Mention& mention : analysis.mentions) {
                if (mention.kind == MentionKind::name || (mention.kind == MentionKind::pronoun) != (pass == 1) ||
                    mention.head >= analysis.tokens.size() || mention.first >= mention.last || mention.last > analysis.tokens.size()) {
                    continue;
                }
                const auto chained = actor_of.find(mention.chain);
                std::optional<std::uint32_t> actor = chained == actor_of.end() ? std::nullopt : std::optional(chained->second);
                if (mention.kind == MentionKind::nominal) {
                    actor = corrected(text_of(document, mention.first, mention.last), resolver.resolve(document, mention, actor));
                    if (actor) {
                        actor_of.try_emplace(mention.chain, *actor);
                    }
                }
                if (actor) {
                    if (!cast_.at(document, mention.head)) {
                        assign(document, mention.head, *actor);
                    }
                    note(document, mention.first, mention.last, *actor,
                         mention.kind == MentionKind::nominal && resolver.stands_alone(document, mention));
                }
            }
        }
    }

    /// Whom a correction takes a phrase for: another, or not the one it was taken for.
    std::optional<std::uint32_t> corrected(const std::string& phrase, std::optional<std::uint32_t> taken_for) const {
        const auto any_name = [&](std::uint32_t actor, const auto& test) {
            return test(cast_.actors[actor].name) || std::ranges::any_of(forms_[actor], test);
        };
        if (const auto* entry = input_.corrections.same_as(phrase)) {
            for (std::uint32_t actor = 0; actor < cast_.actors.size(); ++actor) {
                if (any_name(actor, [&](const std::string& name) { return input_.corrections.same_as(name) == entry; })) {
                    input_.corrections.used(entry->line);
                    return actor;
                }
            }
        }
        if (taken_for && any_name(*taken_for, [&](const std::string& name) { return input_.corrections.apart(phrase, name); })) {
            return std::nullopt;
        }
        return taken_for;
    }

    /// Actors without a name that take part in an event or speak: "opposition lawmakers", "the Varkeshi coast guard".
    void place_participants(std::uint32_t document) {
        const Document& text = document_of(document);
        const auto place = [&](Span span, std::uint32_t head, bool only_owned = false) {
            if (head >= text.analysis.tokens.size() || !cast_.all_at(document, head).empty()) {
                return;
            }
            const auto phrase = groups_.read(text, span, head);
            if (!phrase) {
                return;
            }
            std::optional<std::uint32_t> owner;  // "the Varkeshi side", "its finance ministry"
            for (std::uint32_t token = phrase->first; token < head && !owner; ++token) {
                owner = cast_.at(document, token);
                if (owner && cast_.actors[*owner].kind == ActorKind::person) {
                    owner = cast_.side(*owner);
                }
                if (owner && cast_.actors[*owner].kind != ActorKind::country) {
                    owner.reset();
                }
            }
            if (const auto body = body_after(document, head)) {  // "the executive of the Drivers' Guild"
                assign(document, head, *body);
                return;
            }
            if (only_owned && !(owner && phrase->state)) {
                return;
            }
            if (owner && phrase->state) {
                assign(document, head, *owner);
                note(document, phrase->first, phrase->last, *owner);
                return;
            }
            if (const auto same = corrected(phrase->name, std::nullopt)) {
                assign(document, head, *same);
                note(document, phrase->first, phrase->last, *same);
                return;
            }
            const std::string key =
                owner ? fmt::format("@{} {}", owner.value_or(0), fold_accents(text.view(text.analysis.tokens[head]))) : phrase->key;
            const auto [at, fresh] = nameless_.try_emplace(key, static_cast<std::uint32_t>(cast_.actors.size()));
            if (fresh) {
                cast_.actors.push_back(
                    {.name = phrase->name, .kind = phrase->kind, .country = {}, .aliases = {}, .roles = {}, .mentions = {}});
                forms_.emplace_back();
            }
            const std::uint32_t actor = at->second;
            assign(document, head, actor);
            note(document, phrase->first, phrase->last, actor);
        };
        for (const CodedEvent& event : input_.coded(document)) {
            for (const std::vector<Participant>* side : {&event.source, &event.target, &event.said_by}) {
                for (const Participant& participant : *side) {
                    place(participant.span, participant.head);
                }
            }
        }
        for (std::uint32_t token = 0; token < text.analysis.tokens.size(); ++token) {
            const Token& word = text.analysis.tokens[token];
            if (word.upos == Upos::NOUN &&
                (word.deprel == Deprel::nsubj || word.deprel == Deprel::nsubj_pass || word.deprel == Deprel::obl_agent)) {
                const Sentence& sentence = text.analysis.sentences[text.analysis.sentence_at(word.begin)];
                place(sentence.span, token, true);
            }
        }
        for (const Quote& quote : text.analysis.quotes) {
            if (quote.speaker_chain || quote.speaker.empty()) {
                continue;
            }
            const std::uint32_t first = text.analysis.token_at(quote.speaker.begin);
            const std::uint32_t last = text.analysis.token_at(quote.speaker.end);
            for (std::uint32_t token = first; token < last && token < text.analysis.tokens.size(); ++token) {
                place(quote.speaker, token);
            }
        }
    }

    /// The body that a part of it speaks for: "the leaders of the Union", "the delegation from Kelland Rail".
    std::optional<std::uint32_t> body_after(std::uint32_t document, std::uint32_t head) const {
        constexpr std::array<std::string_view, 9> parts = {"executive", "leader",     "leadership", "board",         "delegation",
                                                           "team",      "negotiator", "management", "representative"};
        const Document& text = document_of(document);
        const std::vector<Token>& tokens = text.analysis.tokens;
        if (std::ranges::find(parts, lemma_of(text, head)) == parts.end() || head + 2 >= tokens.size()) {
            return std::nullopt;
        }
        const std::string link = fold_accents(text.view(tokens[head + 1]));
        if (link != "of" && link != "from") {
            return std::nullopt;
        }
        const std::uint32_t at = tokens[head + 2].upos == Upos::DET && head + 3 < tokens.size() ? head + 3 : head + 2;
        const auto body = cast_.at(document, at);
        return body && cast_.actors[*body].kind == ActorKind::organization ? body : std::nullopt;
    }

    /// Whom an actor acts for: the country in the office's phrase, or after the name ("President Timur Jalan of Varkesh").
    void find_sides() {
        const auto collective = [&](std::uint32_t actor) {
            return cast_.actors[actor].kind != ActorKind::person && cast_.actors[actor].kind != ActorKind::place;
        };
        for (const GivenRole& role : cast_.roles) {
            for (std::uint32_t actor : cast_.within(document_of(role.document), role.document, role.office.span)) {
                if (actor != role.actor && collective(actor)) {
                    cast_.set_side(role.actor, actor);
                }
            }
        }
        for (const NameUse& use : names_.uses) {
            const Analysis& analysis = document_of(use.document).analysis;
            if (cast_.actors[use.group].kind == ActorKind::person && use.last + 1 < analysis.tokens.size() &&
                document_of(use.document).view(analysis.tokens[use.last]) == "of") {
                if (const auto actor = cast_.at(use.document, use.last + 1); actor && collective(*actor) && *actor != use.group) {
                    cast_.set_side(use.group, *actor);
                }
            }
        }
    }

    void find_sides_of_groups() {
        for (const auto& [key, actor] : nameless_) {  // "the Varkeshi coast guard"
            for (const Provenance& place : cast_.actors[actor].mentions) {
                for (std::uint32_t other : cast_.within(document_of(place.document), place.document, place.span)) {
                    if (other != actor && cast_.actors[other].kind == ActorKind::country) {
                        cast_.set_side(actor, other);
                    }
                }
            }
        }
    }

    void finish() {
        for (std::uint32_t number = 0; number < cast_.actors.size(); ++number) {
            Actor& actor = cast_.actors[number];
            forms_[number].erase(actor.name);
            actor.aliases.assign(forms_[number].begin(), forms_[number].end());
            tidy(actor.mentions);
            std::ranges::sort(actor.roles, {}, [](const Role& role) { return role.evidence; });
            if (const auto side = cast_.side(number); side && actor.country.empty()) {
                actor.country = cast_.actors[*side].country;
            }
        }
    }

    const StoryInput& input_;
    const Offices& offices_;
    const Countries& countries_;
    const GroupNouns& groups_;
    NameGroups names_;
    Cast cast_;
    std::vector<std::set<std::string>> forms_;       // by actor
    std::map<std::string, std::uint32_t> nameless_;  // folded phrase => actor
};

}  // namespace

std::optional<std::uint32_t> Cast::at(std::uint32_t document, std::uint32_t token) const {
    const auto found = of_token_.find(document);
    if (found == of_token_.end() || token >= found->second.size() || found->second[token] < 0) {
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(found->second[token]);
}

std::vector<std::uint32_t> Cast::all_at(std::uint32_t document, std::uint32_t token) const {
    if (const auto found = several_.find({document, token}); found != several_.end()) {
        return found->second;
    }
    std::vector<std::uint32_t> single;
    if (const auto one = at(document, token)) {
        single.push_back(*one);
    }
    return single;
}

std::vector<std::uint32_t> Cast::within(std::uint32_t document, std::uint32_t first, std::uint32_t last) const {
    std::vector<std::uint32_t> found;
    for (std::uint32_t token = first; token < last; ++token) {
        if (const auto actor = at(document, token); actor && std::ranges::find(found, *actor) == found.end()) {
            found.push_back(*actor);
        }
    }
    return found;
}

std::vector<std::uint32_t> Cast::within(const Document& text, std::uint32_t document, Span span) const {
    const std::uint32_t first = text.analysis.token_at(span.begin);
    std::uint32_t last = first;
    while (last < text.analysis.tokens.size() && text.analysis.tokens[last].begin < span.end) {
        ++last;
    }
    return within(document, first, last);
}

std::optional<std::uint32_t> Cast::side(std::uint32_t actor) const {
    const auto found = sides_.find(actor);
    return found == sides_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::uint32_t> Cast::named(std::string_view name) const {
    const std::string wanted = fold_accents(name);
    const auto is_wanted = [&](const std::string& text) { return fold_accents(text) == wanted; };
    std::optional<std::uint32_t> alias;
    for (std::uint32_t actor = 0; actor < actors.size(); ++actor) {
        if (is_wanted(actors[actor].name)) {
            return actor;
        }
        if (std::ranges::any_of(actors[actor].aliases, is_wanted)) {
            if (alias) {
                return std::nullopt;
            }
            alias = actor;
        }
    }
    return alias;
}

bool Cast::any_akin(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) const {
    return std::ranges::any_of(a, [&](std::uint32_t x) { return std::ranges::any_of(b, [&](std::uint32_t y) { return akin(x, y); }); });
}

bool Cast::akin(std::uint32_t a, std::uint32_t b) const {
    const auto top = [&](std::uint32_t actor) { return side(actor).value_or(actor); };
    return a == b || top(a) == b || top(b) == a;
}

void Cast::assign(std::uint32_t document, std::uint32_t token, std::uint32_t actor, std::size_t tokens_in_document) {
    std::vector<std::int32_t>& tokens = of_token_[document];
    tokens.resize(tokens_in_document, -1);
    tokens[token] = static_cast<std::int32_t>(actor);
}

void Cast::assign_several(std::uint32_t document, std::uint32_t token, std::vector<std::uint32_t> several) {
    several_[{document, token}] = std::move(several);
}

void Cast::set_side(std::uint32_t actor, std::uint32_t side) { sides_.try_emplace(actor, side); }

Cast find_cast(const StoryInput& input) {
    static const Offices offices;
    static const Countries countries;
    static const GroupNouns groups;
    return CastBuilder(input, offices, countries, groups).run();
}

}  // namespace synoptic
