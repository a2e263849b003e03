// SPDX-License-Identifier: Apache-2.0
#include "language/train_syntax.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

#include "core/text.hpp"
#include "core/workers.hpp"
#include "language/syntax.hpp"
#include "language/syntax_gradients.hpp"

namespace synoptic {

namespace {

constexpr std::size_t batch_size = 32;
constexpr std::size_t shards = 4;  ///< of a batch; fixed, so that sums do not depend on the number of threads
constexpr float word_dropout = 0.25F;

std::string tag_of(const ConlluWord& word) { return std::string(name(word.upos)) + " " + word.xpos; }

/// What the data holds: words and tags that occur more than once, in order of their names.
struct Counts {
    std::map<std::string, int> words;
    std::map<std::string, int> tags;
    LemmaRules::Examples lemmas;

    explicit Counts(std::span<const ConlluSentence> sentences) {
        for (const ConlluSentence& sentence : sentences) {
            for (const ConlluWord& word : sentence.words) {
                ++words[SyntaxModel::norm(word.form)];
                ++tags[tag_of(word)];
                if (word.lemma != "_" && word.deprel != Deprel::goeswith) {
                    ++lemmas[{tag_of(word), word.form, word.lemma}];
                }
            }
        }
    }
    /// The `most` most frequent names with at least `least` occurrences.
    static std::vector<std::string> frequent(const std::map<std::string, int>& counts, int least, std::size_t most) {
        std::vector<std::pair<int, std::string>> order;
        for (const auto& [name, count] : counts) {
            if (count >= least) {
                order.emplace_back(-count, name);
            }
        }
        std::ranges::sort(order);
        std::vector<std::string> names;
        for (const auto& [count, name] : order) {
            if (names.size() < most) {
                names.push_back(name);
            }
        }
        return names;
    }
};

/// Capitals as a headline, a careless writer or a shouting one would set them.
std::string recased(std::string_view form, int style) {
    if (style == 0) {
        return fold_case(form);
    }
    std::string out(form);
    for (std::size_t i = 0; i < (style == 1 ? 1 : out.size()); ++i) {
        if (out[i] >= 'a' && out[i] <= 'z') {
            out[i] = static_cast<char>(out[i] - 'a' + 'A');
        }
    }
    return out;
}

class Trainer {
public:
    Trainer(std::span<const ConlluSentence> sentences, const TrainingOptions& options)
        : options_(options), sentences_(sentences), counts_(sentences), random_(options.seed) {
        model_.shape(Counts::frequent(counts_.words, 2, 60000), Counts::frequent(counts_.tags, 1, network::tags));
        model_.lemmas.learn(counts_.lemmas);
        for (std::size_t i = 0; i < model_.tags.size(); ++i) {
            tag_numbers_.emplace(model_.tags[i], static_cast<std::uint16_t>(i));
        }
        for (std::size_t i = 0; i < model_.words.size(); ++i) {
            word_counts_.push_back(counts_.words.at(model_.words[i]));
        }
        start_weights();
        for (const Matrix* matrix : std::as_const(model_).weights()) {
            adams_.emplace_back(*matrix);
        }
    }

    SyntaxModel train() {
        std::vector<std::size_t> order(sentences_.size());
        std::iota(order.begin(), order.end(), 0);
        const auto batches = static_cast<unsigned>((order.size() + batch_size - 1) / batch_size);
        const unsigned steps = batches * options_.epochs;
        std::vector<SyntaxGradients> gradients(shards, SyntaxGradients(model_));
        unsigned step = 0;
        for (unsigned epoch = 1; epoch <= options_.epochs; ++epoch) {
            for (std::size_t i = order.size(); i > 1; --i) {
                std::swap(order[i - 1], order[random_.below(i)]);
            }
            const LearningState learning{.dropout = 0.25F, .exploration = epoch == 1 ? 0.0F : 0.9F};
            double loss = 0;
            std::size_t words = 0;
            for (std::size_t begin = 0; begin < order.size(); begin += batch_size) {
                const std::span<const std::size_t> batch(order.data() + begin, std::min(batch_size, order.size() - begin));
                const TransposedWeights turned(model_);
                std::array<double, shards> losses{};
                const std::uint64_t batch_seed = random_.next();
                for_each_parallel(shards, options_.threads, [&](std::size_t shard) {
                    gradients[shard].clear();
                    for (std::size_t i = shard; i < batch.size(); i += shards) {
                        Random random(batch_seed + i * 7919);
                        const SyntaxExample example = example_of(sentences_[batch[i]], random);
                        losses[shard] += gradients[shard].add(model_, turned, example, learning, random);
                    }
                });
                for (const std::size_t i : batch) {
                    words += sentences_[i].words.size();
                }
                loss = std::accumulate(losses.begin(), losses.end(), loss);
                ++step;
                apply(gradients, rate_at(step, steps), step);
            }
            if (options_.report) {
                options_.report(epoch, model_, words == 0 ? 0 : loss / static_cast<double>(words));
            }
        }
        return std::move(model_);
    }

private:
    void start_weights() {
        constexpr auto width = static_cast<float>(network::width);
        randomize(model_.embeddings, 0.15F, random_);
        for (Matrix& layer : model_.layers) {
            randomize(layer, std::sqrt(2.0F / (3.0F * width)), random_);
        }
        randomize(model_.tag_weights, std::sqrt(1.0F / width), random_);
        randomize(model_.slot_weights, std::sqrt(1.0F / (6.0F * width)), random_);
        randomize(model_.state_rows, 0.05F, random_);
        randomize(model_.move_weights, std::sqrt(1.0F / static_cast<float>(network::hidden)), random_);
    }

    /// Up over the first steps, then down to nothing in a straight line.
    [[nodiscard]] float rate_at(unsigned step, unsigned steps) const {
        constexpr float warm_up = 200.0F;
        const float up = std::min(1.0F, static_cast<float>(step) / warm_up);
        return options_.learning_rate * up * (1.0F - static_cast<float>(step - 1) / static_cast<float>(steps));
    }

    SyntaxExample example_of(const ConlluSentence& sentence, Random& random) const {
        SyntaxExample example;
        const float draw = random.real();
        const int style = draw < 0.05F ? 0 : draw < 0.08F ? 1 : draw < 0.10F ? 2 : -1;
        for (const ConlluWord& word : sentence.words) {
            WordFeatures features =
                model_.features_of(style < 0 ? std::string_view(word.form) : std::string_view(recased(word.form, style)));
            if (features[0] > 0 && random.real() < word_dropout / (word_dropout + static_cast<float>(word_counts_[features[0] - 1]))) {
                features[0] = 0;
            }
            example.words.push_back(features);
            const auto tag = tag_numbers_.find(tag_of(word));
            example.tags.push_back(tag == tag_numbers_.end() ? 0 : tag->second);
            example.heads.push_back(word.head == no_head ? static_cast<std::int32_t>(sentence.words.size()) : word.head);
            example.labels.push_back(word.deprel);
        }
        return example;
    }

    void apply(std::vector<SyntaxGradients>& gradients, float rate, unsigned step) {
        const std::vector<Matrix*> weights = model_.weights();
        std::vector<std::uint32_t> touched;
        for (SyntaxGradients& each : gradients) {
            each.sort_touched();
            touched.insert(touched.end(), each.touched().begin(), each.touched().end());
        }
        std::ranges::sort(touched);
        const auto rest = std::unique(touched.begin(), touched.end());
        touched.erase(rest, touched.end());
        std::vector<std::vector<const Matrix*>> sums;
        for (const SyntaxGradients& each : gradients) {
            sums.push_back(each.sums().weights());
        }
        const AdamStep adam_step(rate, step);
        std::vector<float> sum;
        const auto apply_row = [&](std::size_t matrix, std::size_t row) {
            sum.assign(weights[matrix]->columns(), 0.0F);
            for (const auto& each : sums) {
                const float* from = each[matrix]->row(row);
                for (std::size_t j = 0; j < sum.size(); ++j) {
                    sum[j] += from[j];
                }
            }
            for (float& value : sum) {
                value /= static_cast<float>(batch_size);
            }
            adams_[matrix].apply_row(row, sum.data(), *weights[matrix], adam_step);
        };
        for (const std::uint32_t row : touched) {
            apply_row(0, row);
        }
        for (std::size_t matrix = 1; matrix < weights.size(); ++matrix) {
            for (std::size_t row = 0; row < weights[matrix]->rows(); ++row) {
                apply_row(matrix, row);
            }
        }
    }

    const TrainingOptions& options_;
    std::span<const ConlluSentence> sentences_;
    Counts counts_;
    Random random_;
    SyntaxModel model_;
    std::map<std::string, std::uint16_t> tag_numbers_;
    std::vector<int> word_counts_;
    std::vector<Adam> adams_;
};

}  // namespace

SyntaxModel train_syntax(std::span<const ConlluSentence> sentences, const TrainingOptions& options) {
    return Trainer(sentences, options).train();
}

SyntaxScores score_syntax(const SyntaxModel& model, const std::vector<ConlluSentence>& sentences) {
    const Syntax syntax(model);
    std::vector<const ConlluWord*> words;
    for (const ConlluSentence& sentence : sentences) {
        for (const ConlluWord& word : sentence.words) {
            words.push_back(&word);
        }
    }
    const auto relation = [](Deprel label) { return name(label).substr(0, name(label).find(':')); };
    std::size_t total = 0;
    std::size_t upos = 0;
    std::size_t lemma = 0;
    std::size_t uas = 0;
    std::size_t las = 0;
    std::size_t at = 0;
    for (Document& document : documents_of(sentences)) {
        syntax.annotate(document.text, document.analysis);
        for (const Sentence& sentence : document.analysis.sentences) {
            for (std::uint32_t i = sentence.first; i < sentence.last; ++i, ++at) {
                const Token& token = document.analysis.tokens[i];
                const ConlluWord& gold = *words[at];
                const std::int32_t head = token.head == no_head ? no_head : token.head - static_cast<std::int32_t>(sentence.first);
                ++total;
                upos += token.upos == gold.upos ? 1 : 0;
                lemma += document.analysis.lemma(token) == gold.lemma ? 1 : 0;
                uas += head == gold.head ? 1 : 0;
                las += head == gold.head && relation(token.deprel) == relation(gold.deprel) ? 1 : 0;
            }
        }
    }
    const auto share = [&](std::size_t count) { return total == 0 ? 0.0 : static_cast<double>(count) / static_cast<double>(total); };
    return {.upos = share(upos), .lemma = share(lemma), .uas = share(uas), .las = share(las)};
}

}  // namespace synoptic
