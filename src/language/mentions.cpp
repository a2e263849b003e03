// SPDX-License-Identifier: Apache-2.0
#include "language/mentions.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "core/text.hpp"
#include "language/mentions_chains.hpp"
#include "language/mentions_nominals.hpp"
#include "language/names_evidence.hpp"
#include "language/quotes_marks.hpp"

namespace synoptic {

struct MentionFinder::Tables {
    Lexicon lexicon;
};

MentionFinder::MentionFinder() : tables_(std::make_unique<const Tables>()) {}
MentionFinder::~MentionFinder() = default;
MentionFinder::MentionFinder(MentionFinder&&) noexcept = default;
MentionFinder& MentionFinder::operator=(MentionFinder&&) noexcept = default;

namespace {

bool in_list(std::string_view word, std::initializer_list<std::string_view> list) { return std::ranges::find(list, word) != list.end(); }

enum class Pronoun : std::uint8_t { none, he, she, it, they };

Pronoun pronoun_of(std::string_view lower) {
    if (in_list(lower, {"he", "him", "his", "himself"})) {
        return Pronoun::he;
    }
    if (in_list(lower, {"she", "her", "hers", "herself"})) {
        return Pronoun::she;
    }
    if (in_list(lower, {"its", "itself", "it"})) {
        return Pronoun::it;
    }
    return in_list(lower, {"they", "them", "their", "theirs", "themselves"}) ? Pronoun::they : Pronoun::none;
}

/// One thing to resolve, in the order of the text.
struct Item {
    std::uint32_t first = 0;
    std::uint32_t rank = 0;  ///< 0 pronoun, 1 nominal, 2 name: their order at one token
    std::uint32_t index = 0;
};

/// Resolves the mentions of one document by ordered sieves (after Lee et al., 2013, "Deterministic coreference resolution based on
/// entity-centric, precision-ranked rules", much reduced): names, apposition, roles, institutions, then pronouns by salience.
class Resolver {
public:
    Resolver(Document& document, const Words& words, const Lexicon& lexicon)
        : analysis_(document.analysis), words_(words), lexicon_(lexicon), chains_(lexicon), nominals_(find_nominals(words, lexicon)),
          nominal_entity_(nominals_.size(), 0), in_quote_(words.size(), false), nominal_of_entity_(analysis_.entities.size(), 0) {
        for (const Quoted& quoted : find_quoted(document)) {
            for (std::uint32_t i = analysis_.token_at(quoted.content.begin); i < words.size() && words.token(i).begin < quoted.content.end;
                 ++i) {
                in_quote_[i] = true;
            }
        }
        for (std::uint32_t e = 0; e < analysis_.entities.size(); ++e) {
            if (analysis_.entities[e].kind == EntityKind::country) {
                countries_.push_back(e);
            }
        }
    }

    void resolve() {
        link_appositions();
        for (const Item& item : items()) {
            switch (item.rank) {
            case 0:
                resolve_pronoun(item.index);
                break;
            case 1:
                resolve_nominal(item.index);
                break;
            default:
                resolve_name(item.index);
                break;
            }
        }
        std::ranges::stable_sort(analysis_.mentions, [](const Mention& a, const Mention& b) {
            return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
        });
        std::ranges::stable_sort(analysis_.roles, {}, &RoleFact::role);
    }

private:
    [[nodiscard]] std::vector<Item> items() const {
        std::vector<Item> all;
        for (std::uint32_t i = 0; i < words_.size(); ++i) {
            if (pronoun_of(words_.lower(i)) != Pronoun::none) {
                all.push_back({i, 0, i});
            }
        }
        for (std::uint32_t n = 0; n < nominals_.size(); ++n) {
            all.push_back({nominals_[n].core, 1, n});
        }
        for (std::uint32_t e = 0; e < analysis_.entities.size(); ++e) {
            all.push_back({analysis_.entities[e].first, 2, e});
        }
        std::ranges::sort(
            all, [](const Item& a, const Item& b) { return std::tie(a.first, a.rank, a.index) < std::tie(b.first, b.rank, b.index); });
        return all;
    }

    [[nodiscard]] bool is_person(std::uint32_t entity) const { return analysis_.entities[entity].kind == EntityKind::person; }

    /// 1 + the entity that begins with token `i`, or 0.
    [[nodiscard]] std::uint32_t entity_at(std::uint32_t i) const {
        const auto found = std::ranges::lower_bound(analysis_.entities, i, {}, &Entity::first);
        return found != analysis_.entities.end() && found->first == i ? static_cast<std::uint32_t>(found - analysis_.entities.begin()) + 1
                                                                      : 0;
    }

    /// 1 + the entity that ends before token `i`, or 0.
    [[nodiscard]] std::uint32_t entity_ending(std::uint32_t i) const {
        const auto found = std::ranges::lower_bound(analysis_.entities, i, {}, &Entity::last);
        return found != analysis_.entities.end() && found->last == i ? static_cast<std::uint32_t>(found - analysis_.entities.begin()) + 1
                                                                     : 0;
    }

    /// "Foreign Minister Anders Holte", "Its premier, Matteo Corvin, ...", "Anders Holte, the foreign minister", "Holte is the minister".
    void link_appositions() {
        for (std::uint32_t n = 0; n < nominals_.size(); ++n) {
            const Nominal& nominal = nominals_[n];
            if (nominal.role == nullptr || nominal.plural) {
                continue;
            }
            std::uint32_t entity = 0;
            if (nominal.last == nominal.head_last) {
                const std::uint32_t skip = lexicon_.honorific(words_.at(nominal.last)) ? 1 : 0;
                entity = entity_at(nominal.last + skip);
            }
            if (entity == 0 && words_.at(nominal.last) == ",") {
                entity = entity_at(nominal.last + 1);
                if (entity != 0 && nominal.definiteness == Definiteness::bare && !words_.opens(nominal.first)) {
                    entity = 0;
                }
                if (entity != 0 &&
                    !in_list(words_.at(analysis_.entities[entity - 1].last), {",", ".", ";", ":", ")", "\u2014", "\u2013", "-"})) {
                    entity = 0;
                }
            }
            if (entity == 0 && nominal.first > 1 && words_.at(nominal.first - 1) == ",") {
                entity = entity_ending(nominal.first - 1);
            }
            if (entity == 0 && nominal.first > 1 && in_list(words_.lower(nominal.first - 1), {"is", "was", "became", "remains"}) &&
                nominal.definiteness != Definiteness::bare) {
                entity = entity_ending(nominal.first - 1);
            }
            if (entity != 0 && is_person(entity - 1)) {
                nominal_entity_[n] = entity;
                nominal_of_entity_[entity - 1] = n + 1;
            }
        }
    }

    std::uint32_t chain_of_entity(std::uint32_t e) {
        const Entity& entity = analysis_.entities[e];
        return chains_.name(entity.span.in(words_.text()), entity.kind);
    }

    /// What a country, its demonym or an organisation is called as an owner of roles: the number of its chain.
    std::string owner_key(std::uint32_t e) {
        const Entity& entity = analysis_.entities[e];
        if (entity.kind != EntityKind::demonym) {
            return entity.kind == EntityKind::person ? std::string{} : std::to_string(chain_of_entity(e));
        }
        const KnownName* known = lexicon_.known_name(words_, entity.first).first;
        std::size_t looked = 0;
        for (const std::uint32_t c : countries_) {
            if (++looked > 200) {
                break;
            }
            const KnownName* country = lexicon_.known_name(words_, analysis_.entities[c].first).first;
            const bool same = known != nullptr ? country != nullptr && country->country == known->country
                                               : is_demonym_of(words_.lower(entity.first), words_.lower(analysis_.entities[c].first));
            if (same) {
                return std::to_string(chain_of_entity(c));
            }
        }
        return known != nullptr ? known->country : std::string(words_.lower(entity.first));
    }

    Label label_of(const Nominal& nominal) {
        Label label{
            .noun = lower_ascii(nominal.role != nullptr ? nominal.role->role : nominal.institution->phrase), .modifiers = {}, .owner = {}};
        if (nominal.role != nullptr && nominal.role->plural) {
            label.noun = nominal.role->role;
        }
        for (std::uint32_t i = nominal.core; i < nominal.head; ++i) {
            const std::string_view word = words_.lower(i);
            const bool in_owner =
                nominal.owner != 0 && analysis_.entities[nominal.owner - 1].first <= i && i < analysis_.entities[nominal.owner - 1].last;
            if (!in_owner && words_.is_word(i) &&
                !in_list(word, {"former", "new", "current", "then", "two", "own", "outgoing", "incoming", "acting", "senior", "top"})) {
                label.modifiers += label.modifiers.empty() ? std::string(word) : " " + std::string(word);
            }
        }
        if (nominal.owner != 0) {
            label.owner = owner_key(nominal.owner - 1);
        } else if (nominal.core > 0 && last_possessive_token_ == nominal.core - 1 && last_possessive_chain_) {
            label.owner = std::to_string(*last_possessive_chain_);
        }
        return label;
    }

    void add(std::uint32_t first, std::uint32_t last, std::uint32_t head, MentionKind kind, std::uint32_t chain) {
        chains_.touch(chain, ++order_);
        analysis_.mentions.push_back({.span = words_.span(first, last),
                                      .first = first,
                                      .last = last,
                                      .head = head,
                                      .kind = kind,
                                      .entity = chains_.at(chain).kind,
                                      .chain = chain});
        const std::uint32_t sentence = words_.sentence(head);
        const bool first_in_sentence = recent_.empty() || recent_.back().sentence != sentence;
        const std::uint32_t top = top_of(first, last, head);
        const Deprel relation = words_.token(top).deprel;
        const bool parsed = words_.token(top).head != no_head || relation != Deprel::dep;
        const std::uint32_t title = title_begin(first);  // "..., said Piet Haarsma"
        const bool inverse = first > 1 && title > 1 && !words_.is_word(title - 2) &&
                             in_list(words_.lower(title - 1), {"said", "says", "added", "wrote", "explained", "argued", "warned",
                                                               "insisted", "declared", "replied"});
        const bool subject = inverse || (parsed ? relation == Deprel::nsubj || relation == Deprel::nsubj_pass : first_in_sentence);
        const std::string_view after = words_.at(last);
        const bool owner = relation == Deprel::nmod_poss || after == "'s" || after == "\u2019s";
        recent_.push_back(
            {.chain = chain, .sentence = sentence, .head = head, .subject = subject, .owner = owner, .quoted = in_quote_[head]});
        if (recent_.size() > 60) {
            recent_.pop_front();
        }
    }

    /// The token of [first, last) whose head stands outside.
    [[nodiscard]] std::uint32_t top_of(std::uint32_t first, std::uint32_t last, std::uint32_t head) const {
        const auto inside = [&](std::int32_t i) { return i >= static_cast<std::int32_t>(first) && i < static_cast<std::int32_t>(last); };
        for (int steps = 0; steps < 12; ++steps) {
            const Token& token = words_.token(head);
            const bool part = token.deprel == Deprel::flat || token.deprel == Deprel::compound || token.deprel == Deprel::fixed;
            if (token.head == no_head || !(inside(token.head) || part)) {
                return head;
            }
            head = static_cast<std::uint32_t>(token.head);
        }
        return head;
    }

    /// Where a name's title begins: "said Foreign Minister Anders Holte".
    [[nodiscard]] std::uint32_t title_begin(std::uint32_t first) const {
        const std::uint32_t e = entity_at(first);
        const std::uint32_t n = e != 0 ? nominal_of_entity_[e - 1] : 0;
        const std::uint32_t begin = n != 0 && nominals_[n - 1].last <= first ? nominals_[n - 1].first : first;
        return std::max(begin, 1U);
    }

    void resolve_name(std::uint32_t e) {
        const Entity& entity = analysis_.entities[e];
        if (entity.kind == EntityKind::demonym) {
            return;
        }
        const std::uint32_t chain = chain_of_entity(e);
        if (entity.kind == EntityKind::person && entity.first > 0) {
            const std::uint32_t before = words_.at(entity.first - 1) == "." && entity.first > 1 ? entity.first - 2 : entity.first - 1;
            if (const auto gender = lexicon_.honorific(words_.at(before)); gender && *gender != Gender::unknown) {
                chains_.at(chain).gender = *gender;
            }
        }
        add(entity.first, entity.last, entity.last - 1, MentionKind::name, chain);
        note_clause_role(entity, chain);
    }

    /// "X, who chairs the League"
    void note_clause_role(const Entity& entity, std::uint32_t chain) {
        std::uint32_t i = entity.last;
        if (words_.at(i) == ",") {
            ++i;
        }
        if (words_.lower(i) != "who" || !in_list(words_.lower(i + 1), {"chairs", "heads", "leads", "runs", "owns", "chaired", "headed",
                                                                       "led", "ran", "speaks", "represents", "founded", "commands"})) {
            return;
        }
        std::uint32_t last = i + 2;
        const std::uint32_t end = std::min(words_.sentence_end(i), i + 10);
        while (last < end && !in_list(words_.at(last), {",", ".", ";", "and", "but"})) {
            ++last;
        }
        if (last > i + 2) {
            analysis_.roles.push_back({.person = entity.span, .role = words_.span(i + 1, last), .chain = chain});
        }
    }

    void resolve_nominal(std::uint32_t n) {
        const Nominal& nominal = nominals_[n];
        const Label label = label_of(nominal);
        const std::uint32_t head = nominal.head_last - 1;
        if (nominal_entity_[n] != 0) {
            const std::uint32_t e = nominal_entity_[n] - 1;
            std::uint32_t chain = chain_of_entity(e);
            chains_.add_label(chain, label);
            if (chains_.at(chain).gender == Gender::unknown) {
                chains_.at(chain).gender = nominal.role->gender;
            }
            analysis_.roles.push_back(
                {.person = analysis_.entities[e].span, .role = words_.span(nominal.core, nominal.last), .chain = chain});
            if (nominal.last != analysis_.entities[e].first) {
                add(nominal.first, nominal.last, head, MentionKind::nominal, chain);
            }
            return;
        }
        std::optional<std::uint32_t> chain;
        if (nominal.definiteness == Definiteness::definite ||
            (nominal.definiteness == Definiteness::bare && !nominal.plural && words_.capital(nominal.head))) {
            chain = chains_.labelled(label, nominal.plural);
            if (!chain && nominal.institution != nullptr) {
                chain = chains_.organization(label.noun);
            }
        }
        if (!chain && nominal.role != nullptr && !nominal.plural && nominal.definiteness == Definiteness::definite && nominal.owner == 0 &&
            nominal.first + 1 == nominal.core) {
            chain = only_person_near(nominal);
        }
        if (!chain) {
            const bool person = nominal.role != nullptr;
            chain = chains_.start(nominal.plural ? EntityKind::group
                                  : person       ? EntityKind::person
                                                 : EntityKind::organization,
                                  nominal.plural ? Gender::plural
                                  : person       ? nominal.role->gender
                                                 : Gender::unknown,
                                  nominal.plural);
        }
        if (nominal.definiteness == Definiteness::definite || !chains_.at(*chain).named) {
            chains_.add_label(*chain, label);
        }
        add(nominal.first, nominal.last, head, MentionKind::nominal, *chain);
    }

    /// "Katalin Dreves dropped her threat. ... the prime minister said": an office that nobody is said to hold goes to the one person whom
    /// this sentence and the one before name as a subject, if no other role is known of that person.
    [[nodiscard]] std::optional<std::uint32_t> only_person_near(const Nominal& nominal) const {
        constexpr std::array<std::string_view, 14> offices = {"president", "prime minister",    "premier",  "chancellor", "minister",
                                                              "mayor",     "governor",          "chairman", "chairwoman", "chief executive",
                                                              "director",  "general secretary", "senator",  "ambassador"};
        if (std::ranges::find(offices, nominal.role->role) == offices.end() || words_.lower(nominal.first) != "the") {
            return std::nullopt;
        }
        std::optional<std::uint32_t> only;
        for (auto it = recent_.rbegin(); it != recent_.rend() && words_.sentence(nominal.head) - it->sentence <= 1; ++it) {
            const Chain& chain = chains_.at(it->chain);
            if (chain.kind != EntityKind::person || chain.plural || it->quoted != in_quote_[nominal.head]) {
                continue;
            }
            if (only && *only != it->chain) {
                return std::nullopt;
            }
            only = it->chain;
        }
        const bool free = only && chains_.at(*only).named && chains_.at(*only).labels.empty();
        return free ? only : std::nullopt;
    }

    void resolve_pronoun(std::uint32_t i) {
        const Pronoun pronoun = pronoun_of(words_.lower(i));
        const std::uint32_t sentence = words_.sentence(i);
        double best_score = 0.5;
        std::optional<std::uint32_t> best;
        for (auto it = recent_.rbegin(); it != recent_.rend(); ++it) {
            const std::uint32_t back = sentence - it->sentence;
            if (back > 3) {
                break;
            }
            const Chain& chain = chains_.at(it->chain);
            if (!agrees(pronoun, chain, back)) {
                continue;
            }
            double score = back == 0 ? 3.0 : back == 1 ? 2.6 : back == 2 ? 1.4 : 0.8;
            score += it->subject ? 1.3 : 0.0;
            score -= it->owner ? 0.8 : 0.0;
            score -= it->quoted != in_quote_[i] ? 2.0 : 0.0;
            score += chain.named ? 0.6 : 0.0;
            score += 0.12 * std::min(chain.count, 5U);
            score += chain.gender != Gender::unknown ? 0.5 : 0.0;
            if (score > best_score) {
                best_score = score;
                best = it->chain;
            }
        }
        const bool possessive = in_list(words_.lower(i), {"his", "her", "its", "their"});
        if (possessive) {
            last_possessive_token_ = i;
            last_possessive_chain_ = best;
        }
        if (!best) {
            return;
        }
        if (pronoun == Pronoun::he || pronoun == Pronoun::she) {
            if (chains_.at(*best).gender == Gender::unknown) {
                chains_.at(*best).gender = pronoun == Pronoun::he ? Gender::male : Gender::female;
            }
        }
        add(i, i + 1, i, MentionKind::pronoun, *best);
    }

    [[nodiscard]] bool agrees(Pronoun pronoun, const Chain& chain, std::uint32_t back) const {
        switch (pronoun) {
        case Pronoun::he:
            return chain.kind == EntityKind::person && !chain.plural && chain.gender != Gender::female && chain.gender != Gender::plural;
        case Pronoun::she:
            return chain.kind == EntityKind::person && !chain.plural && chain.gender != Gender::male && chain.gender != Gender::plural;
        case Pronoun::it:
            return back <= 1 && !chain.plural && (chain.kind == EntityKind::organization || chain.kind == EntityKind::country);
        case Pronoun::they:
            return back <= 1 && (chain.plural || chain.kind == EntityKind::group || chain.kind == EntityKind::organization);
        case Pronoun::none:
            break;
        }
        return false;
    }

    struct Recent {
        std::uint32_t chain = 0;
        std::uint32_t sentence = 0;
        std::uint32_t head = 0;
        bool subject = false;
        bool owner = false;
        bool quoted = false;
    };

    Analysis& analysis_;
    const Words& words_;
    const Lexicon& lexicon_;
    Chains chains_;
    std::vector<Nominal> nominals_;
    std::vector<std::uint32_t> nominal_entity_;  ///< 1 + entity that a nominal stands beside
    std::vector<bool> in_quote_;
    std::vector<std::uint32_t> nominal_of_entity_;
    std::vector<std::uint32_t> countries_;  ///< entities
    std::deque<Recent> recent_;
    std::uint32_t order_ = 0;
    std::uint32_t last_possessive_token_ = 0xFFFFFFFFU;
    std::optional<std::uint32_t> last_possessive_chain_;
};

}  // namespace

void MentionFinder::find(Document& document) const {
    document.analysis.mentions.clear();
    document.analysis.roles.clear();
    const Words words(document);
    Resolver(document, words, tables_->lexicon).resolve();
}

}  // namespace synoptic
