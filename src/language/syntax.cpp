// SPDX-License-Identifier: Apache-2.0
#include "language/syntax.hpp"

#include <algorithm>
#include <array>

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
};

namespace {

void add_row(const float* from, float* to, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        to[i] += from[i];
    }
}

std::string_view xpos_of(std::string_view tag) { return tag.substr(std::min(tag.find(' ') + 1, tag.size())); }

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
        head.passive = head.passive || token.deprel == Deprel::aux_pass || token.deprel == Deprel::nsubj_pass || token.deprel == Deprel::obl_agent;
        head.perfect = head.perfect || (token.deprel == Deprel::aux && analysis.lemma(token) == "have");
    }
    for (std::uint32_t i = first; i < last; ++i) {
        Token& token = analysis.tokens[i];
        const Dependents& below = found[i - first];
        Features& features = token.features;
        if (token.upos != Upos::VERB && token.upos != Upos::AUX) {
            continue;
        }
        if (features.verb_form == VerbForm::part && features.tense == Tense::past) {
            const bool modifies = token.deprel == Deprel::acl || token.deprel == Deprel::amod;
            features.passive = token.upos == Upos::VERB && (below.passive || (modifies && !below.perfect && !below.subject));
        }
        const bool commands = token.deprel == Deprel::root || token.deprel == Deprel::parataxis || token.deprel == Deprel::conj || token.deprel == Deprel::ccomp;
        if (features.verb_form == VerbForm::inf && commands && token.deprel != Deprel::conj && !below.subject && !below.auxiliary && !below.marked) {
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

void encode(const SyntaxModel& model, std::span<const WordFeatures> words, Matrix& vectors, Matrix& window, Matrix& layer) {
    vectors.reset(words.size(), network::width);
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (const std::uint32_t row : words[i]) {
            add_row(model.embeddings.row(row), vectors.row(i), network::width);
        }
    }
    for (std::size_t l = 0; l < model.layers.size(); ++l) {
        gather_windows(vectors, network::reach[l], window);
        layer.reset(words.size(), network::width);
        for (std::size_t i = 0; i < words.size(); ++i) {
            std::copy_n(model.layer_biases[l].row(0), network::width, layer.row(i));
        }
        multiply_add(window, model.layers[l], layer);
        for (std::size_t i = 0; i < layer.size(); ++i) {
            vectors.data()[i] += std::max(layer.data()[i], 0.0F);
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
    for (std::size_t i = 0; i < count; ++i) {
        scratch.features[i] = model_.features_of(span_of(analysis.tokens[first + i]).in(text));
    }
    encode(model_, scratch.features, scratch.vectors, scratch.window, scratch.layer);
    scratch.tag_scores.reset(count, network::tags);
    multiply_add(scratch.vectors, model_.tag_weights, scratch.tag_scores);
    for (std::size_t i = 0; i < count; ++i) {
        float* scores = scratch.tag_scores.row(i);
        add_row(model_.tag_bias.row(0), scores, network::tags);
        scratch.tags[i] = static_cast<std::uint16_t>(std::max_element(scores, scores + model_.tags.size()) - scores);
    }
    parse(scratch, scratch.heads, scratch.labels);
    for (std::size_t i = 0; i < count; ++i) {
        Token& token = analysis.tokens[first + i];
        const std::string_view tag = model_.tags[scratch.tags[i]];
        token.upos = parse_upos(tag.substr(0, tag.find(' '))).value_or(Upos::X);
        token.features = features_of_tag(xpos_of(tag));
        token.lemma = analysis.lemmas.intern(model_.lemmas.lemma(tag, span_of(token).in(text)));
        token.head = scratch.heads[i] == static_cast<std::int32_t>(count) ? no_head : scratch.heads[i] + static_cast<std::int32_t>(first);
        token.deprel = scratch.labels[i];
    }
    refine_features(analysis, first, last);
}

void Syntax::parse(Scratch& scratch, std::vector<std::int32_t>& heads, std::vector<Deprel>& labels) const {
    const std::size_t count = scratch.tags.size();
    scratch.slots.reset(count, network::slots * network::hidden);
    multiply_add(scratch.vectors, model_.slot_weights, scratch.slots);
    ParseState state(count);
    std::array<float, network::hidden> hidden;
    std::array<float, network::moves> scores;
    while (!state.is_done()) {
        const StateFeatures features = state_features(state, scratch.tags);
        hidden.fill(0.0F);
        for (std::size_t slot = 0; slot < network::slots; ++slot) {
            if (features.words[slot] >= 0) {
                add_row(scratch.slots.row(static_cast<std::size_t>(features.words[slot])) + slot * network::hidden, hidden.data(), network::hidden);
            }
        }
        for (std::size_t i = 0; i < features.row_count; ++i) {
            add_row(model_.state_rows.row(features.rows[i]), hidden.data(), network::hidden);
        }
        for (float& value : hidden) {
            value = std::max(value, 0.0F);
        }
        std::copy_n(model_.move_bias.row(0), network::moves, scores.data());
        multiply_add(hidden.data(), model_.move_weights, scores.data());
        std::size_t best = column_count;
        for (std::size_t column = 0; column < column_count; ++column) {
            if ((best == column_count || scores[column] > scores[best]) && state.is_legal(move_of(column))) {
                best = column;
            }
        }
        state.apply(move_of(best), label_of(best));
    }
    heads.resize(count);
    labels.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto word = static_cast<std::int32_t>(i);
        heads[i] = state.head(word);
        const bool is_root = heads[i] == state.words();
        labels[i] = is_root ? Deprel::root : state.label(word) == Deprel::root ? Deprel::dep : state.label(word);
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
