// SPDX-License-Identifier: Apache-2.0
#include "language/syntax.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <unordered_map>

#include "core/text.hpp"

namespace synoptic {

struct Syntax::Scratch {
    std::vector<WordFeatures> features;
    std::vector<std::uint16_t> tags;
    Matrix vectors;
    Matrix window;
    Matrix layer;
    Matrix tag_scores;
    Matrix slots;
    std::vector<std::int32_t> heads;
    std::vector<Deprel> labels;

    /// The number of the lemma in the document's pool; words that came before are remembered.
    std::uint32_t lemma(Analysis& analysis, const LemmaRules& rules, std::uint16_t number, std::string_view tag, std::string_view form) {
        key.assign(1, static_cast<char>(number));
        key += form;
        const auto [known, is_new] = lemmas.try_emplace(key, 0);
        if (is_new) {
            known->second = analysis.lemmas.intern(rules.lemma(tag, form));
        }
        return known->second;
    }
    std::unordered_map<std::string, std::uint32_t> lemmas;
    std::string key;
};

namespace {

void add_row(const float* from, float* to, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        to[i] += from[i];
    }
}

std::string_view xpos_of(std::string_view tag) { return tag.substr(std::min(tag.find(' ') + 1, tag.size())); }

/// Whether words are set in capitals throughout, as in some headlines: then capitals tell nothing.
bool is_shouted(std::string_view text, std::span<const Token> tokens) {
    std::size_t words = 0;
    for (const Token& token : tokens) {
        const std::string_view form = span_of(token).in(text);
        if (std::ranges::any_of(form, [](char c) { return c >= 'a' && c <= 'z'; })) {
            return false;
        }
        words += std::ranges::count_if(form, is_ascii_alpha) > 2 ? 1 : 0;
    }
    return words >= 2;
}

/// What only the tree tells: a participle under aux:pass is passive, a bare verb at the root without a subject commands.
void refine_features(Analysis& analysis, std::uint32_t first, std::uint32_t last) {
    struct Dependents {
        bool subject = false;
        bool auxiliary = false;
        bool marked = false;
        bool passive = false;
        bool perfect = false;
    };
    std::vector<Dependents> found(last - first);
    for (std::uint32_t i = first; i < last; ++i) {
        const Token& token = analysis.tokens[i];
        if (token.head == no_head) {
            continue;
        }
        Dependents& head = found[static_cast<std::uint32_t>(token.head) - first];
        head.subject = head.subject || token.deprel == Deprel::nsubj || token.deprel == Deprel::nsubj_pass || token.deprel == Deprel::expl;
        head.auxiliary = head.auxiliary || token.deprel == Deprel::aux || token.deprel == Deprel::aux_pass || token.deprel == Deprel::cop;
        head.marked = head.marked || (token.deprel == Deprel::mark && token.upos == Upos::PART);
        head.passive =
            head.passive || token.deprel == Deprel::aux_pass || token.deprel == Deprel::nsubj_pass || token.deprel == Deprel::obl_agent;
        head.perfect = head.perfect || (token.deprel == Deprel::aux && analysis.lemma(token) == "have");
    }
    for (std::uint32_t i = first; i < last; ++i) {
        Token& token = analysis.tokens[i];
        const Dependents& below = found[i - first];
        Features& features = token.features;
        if (token.upos != Upos::VERB && token.upos != Upos::AUX) {
            continue;
        }
        const bool has_clause = token.deprel == Deprel::root || token.deprel == Deprel::ccomp || token.deprel == Deprel::advcl ||
                                token.deprel == Deprel::acl_relcl;
        if (features.verb_form == VerbForm::part && features.tense == Tense::past && has_clause && below.subject && !below.auxiliary &&
            !below.passive) {
            features.verb_form = VerbForm::fin;  // "he nominated": a past tense taken for a participle
            features.mood = Mood::ind;
        }
        if (features.verb_form == VerbForm::fin && features.tense == Tense::past && below.perfect && token.upos == Upos::VERB) {
            features.verb_form = VerbForm::part;
            features.mood = Mood::none;
        }
        if (features.verb_form == VerbForm::part && features.tense == Tense::past) {
            const bool modifies = token.deprel == Deprel::acl || token.deprel == Deprel::amod;
            features.passive = token.upos == Upos::VERB && (below.passive || (modifies && !below.perfect && !below.subject));
        }
        const bool commands = token.deprel == Deprel::root || token.deprel == Deprel::parataxis || token.deprel == Deprel::conj ||
                              token.deprel == Deprel::ccomp;
        if (features.verb_form == VerbForm::inf && commands && token.deprel != Deprel::conj && !below.subject && !below.auxiliary &&
            !below.marked) {
            features.verb_form = VerbForm::fin;
            features.mood = Mood::imp;
        }
    }
}

}  // namespace

void gather_windows(const Matrix& vectors, int reach, Matrix& window) {
    const std::size_t width = vectors.columns();
    const auto count = static_cast<std::ptrdiff_t>(vectors.rows());
    window.reset(vectors.rows(), 3 * width);
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        for (std::ptrdiff_t side = -1; side <= 1; ++side) {
            const std::ptrdiff_t from = i + side * reach;
            if (from >= 0 && from < count) {
                std::copy_n(vectors.row(static_cast<std::size_t>(from)), width,
                            window.row(static_cast<std::size_t>(i)) + static_cast<std::size_t>(side + 1) * width);
            }
        }
    }
}

Syntax::Syntax(SyntaxModel model)
    : model_(std::move(model)), tag_weights_(model_.tag_weights), slot_weights_(model_.slot_weights), move_weights_(model_.move_weights) {
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        layers_[i] = QuantizedMatrix(model_.layers[i]);
    }
    for (const std::string& tag : model_.tags) {
        const std::string_view view = tag;
        tags_.push_back({.upos = parse_upos(view.substr(0, view.find(' '))).value_or(Upos::X), .features = features_of_tag(xpos_of(view))});
    }
}

void Syntax::encode(Scratch& scratch) const {
    const std::size_t count = scratch.features.size();
    Matrix& vectors = scratch.vectors;
    vectors.reset(count, network::width);
    for (std::size_t i = 0; i < count; ++i) {
        for (const std::uint32_t row : scratch.features[i]) {
            add_row(model_.embeddings.row(row), vectors.row(i), network::width);
        }
    }
    for (std::size_t l = 0; l < layers_.size(); ++l) {
        gather_windows(vectors, network::reach[l], scratch.window);
        scratch.layer.reset(count, network::width);
        for (std::size_t i = 0; i < count; ++i) {
            std::copy_n(model_.layer_biases[l].row(0), network::width, scratch.layer.row(i));
        }
        layers_[l].multiply_add(scratch.window.data(), count, scratch.layer.data());
        for (std::size_t i = 0; i < scratch.layer.size(); ++i) {
            vectors.data()[i] += std::max(scratch.layer.data()[i], 0.0F);
        }
    }
}

void Syntax::annotate(std::string_view text, Analysis& analysis) const {
    Scratch scratch;
    for (const Sentence& sentence : analysis.sentences) {
        std::int32_t root = no_head;
        for (std::uint32_t first = sentence.first; first < sentence.last; first += longest) {
            const std::uint32_t last = std::min(sentence.last, first + longest);
            annotate(text, analysis, first, last, scratch);
            for (std::uint32_t i = first; i < last; ++i) {
                Token& token = analysis.tokens[i];
                if (token.head == no_head && root == no_head) {
                    root = static_cast<std::int32_t>(i);
                } else if (token.head == no_head) {
                    token.head = root;
                    token.deprel = Deprel::parataxis;
                }
            }
        }
    }
}

void Syntax::annotate(std::string_view text, Analysis& analysis, std::uint32_t first, std::uint32_t last, Scratch& scratch) const {
    const std::size_t count = last - first;
    scratch.features.resize(count);
    scratch.tags.resize(count);
    const bool shouted = is_shouted(text, std::span(analysis.tokens).subspan(first, count));
    for (std::size_t i = 0; i < count; ++i) {
        const std::string_view form = span_of(analysis.tokens[first + i]).in(text);
        scratch.features[i] = shouted ? model_.features_of(fold_case(form)) : model_.features_of(form);
    }
    encode(scratch);
    scratch.tag_scores.reset(count, network::tags);
    tag_weights_.multiply_add(scratch.vectors.data(), count, scratch.tag_scores.data());
    for (std::size_t i = 0; i < count; ++i) {
        float* scores = scratch.tag_scores.row(i);
        add_row(model_.tag_bias.row(0), scores, network::tags);
        scratch.tags[i] = static_cast<std::uint16_t>(std::max_element(scores, scores + model_.tags.size()) - scores);
    }
    parse(scratch);
    for (std::size_t i = 0; i < count; ++i) {
        Token& token = analysis.tokens[first + i];
        const std::string_view tag = model_.tags[scratch.tags[i]];
        token.upos = tags_[scratch.tags[i]].upos;
        token.features = tags_[scratch.tags[i]].features;
        token.lemma = scratch.lemma(analysis, model_.lemmas, scratch.tags[i], tag, span_of(token).in(text));
        token.head = scratch.heads[i] == static_cast<std::int32_t>(count) ? no_head : scratch.heads[i] + static_cast<std::int32_t>(first);
        token.deprel = scratch.labels[i];
    }
    refine_features(analysis, first, last);
}

void Syntax::parse(Scratch& scratch) const {
    const std::size_t count = scratch.tags.size();
    scratch.slots.reset(count, network::slots * network::hidden);
    slot_weights_.multiply_add(scratch.vectors.data(), count, scratch.slots.data());
    ParseState state(count);
    std::array<float, network::hidden> hidden;
    std::array<float, network::moves> scores;
    while (!state.is_done()) {
        const StateFeatures features = state_features(state, scratch.tags);
        hidden.fill(0.0F);
        for (std::size_t slot = 0; slot < network::slots; ++slot) {
            if (features.words[slot] >= 0) {
                add_row(scratch.slots.row(static_cast<std::size_t>(features.words[slot])) + slot * network::hidden, hidden.data(),
                        network::hidden);
            }
        }
        for (std::size_t i = 0; i < features.row_count; ++i) {
            add_row(model_.state_rows.row(features.rows[i]), hidden.data(), network::hidden);
        }
        for (float& value : hidden) {
            value = std::max(value, 0.0F);
        }
        std::copy_n(model_.move_bias.row(0), network::moves, scores.data());
        move_weights_.multiply_add(hidden.data(), 1, scores.data());
        std::size_t best = column_count;
        for (std::size_t column = 0; column < column_count; ++column) {
            if ((best == column_count || scores[column] > scores[best]) && state.is_legal(move_of(column))) {
                best = column;
            }
        }
        state.apply(move_of(best), label_of(best));
    }
    scratch.heads.resize(count);
    scratch.labels.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto word = static_cast<std::int32_t>(i);
        scratch.heads[i] = state.head(word);
        const bool is_root = scratch.heads[i] == state.words();
        scratch.labels[i] = is_root ? Deprel::root : state.label(word) == Deprel::root ? Deprel::dep : state.label(word);
    }
}

Features features_of_tag(std::string_view xpos) {
    Features out;
    const auto finite = [&](Tense tense) {
        out.verb_form = VerbForm::fin;
        out.mood = Mood::ind;
        out.tense = tense;
    };
    if (xpos == "VB") {
        out.verb_form = VerbForm::inf;
    } else if (xpos == "VBD") {
        finite(Tense::past);
    } else if (xpos == "VBP") {
        finite(Tense::pres);
    } else if (xpos == "VBZ") {
        finite(Tense::pres);
        out.person = 3;
        out.number = Number::sing;
    } else if (xpos == "VBG") {
        out.verb_form = VerbForm::ger;
    } else if (xpos == "VBN") {
        out.verb_form = VerbForm::part;
        out.tense = Tense::past;
    } else if (xpos == "MD") {
        out.verb_form = VerbForm::fin;
    } else if (xpos == "NN" || xpos == "NNP") {
        out.number = Number::sing;
    } else if (xpos == "NNS" || xpos == "NNPS") {
        out.number = Number::plur;
    } else if (xpos == "JJ" || xpos == "RB") {
        out.degree = xpos == "JJ" ? Degree::pos : Degree::none;
    } else if (xpos == "JJR" || xpos == "RBR") {
        out.degree = Degree::cmp;
    } else if (xpos == "JJS" || xpos == "RBS") {
        out.degree = Degree::sup;
    } else if (xpos == "PRP$" || xpos == "WP$" || xpos == "POS") {
        out.possessive = true;
    }
    return out;
}

}  // namespace synoptic
