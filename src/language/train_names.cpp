// SPDX-License-Identifier: Apache-2.0
#include "language/train_names.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "core/asset.hpp"
#include "core/text.hpp"
#include "language/names_rules.hpp"
#include "language/network_math.hpp"
#include "language/syntax.hpp"
#include "language/times.hpp"

namespace synoptic {

namespace {

using Row = std::array<float, name_labels>;

/// A run of words with its features and labels.
struct Example {
    std::size_t text = 0;
    std::vector<std::vector<std::uint32_t>> rows;
    std::vector<NameLabel> labels;
};

bool in_list(std::string_view word, std::initializer_list<std::string_view> list) { return std::ranges::find(list, word) != list.end(); }

/// "B-PER" => begin_person; outside for what is no tag of the three kinds.
NameLabel label_of(std::string_view tag) {
    if (tag.size() < 3 || tag[1] != '-') {
        return NameLabel::outside;
    }
    const std::string kind = fold_case(tag.substr(2));
    std::optional<unsigned> number;
    if (in_list(kind, {"per", "person", "politician"})) {
        number = 0;
    } else if (in_list(kind, {"org", "organization", "organisation", "corporation", "group", "politicalparty"})) {
        number = 1;
    } else if (in_list(kind, {"loc", "location", "place", "country", "gpe", "fac"})) {
        number = 2;
    }
    return !number ? NameLabel::outside : static_cast<NameLabel>(2 * *number + (tag[0] == 'B' ? 1 : 2));
}

/// The labels of all words of a text, a name's first word always marked as such.
std::vector<NameLabel> labels_of(const NamedText& text) {
    std::vector<NameLabel> labels;
    for (const ConlluSentence& sentence : text) {
        NameLabel before = NameLabel::outside;
        for (const ConlluWord& word : sentence.words) {
            constexpr std::string_view key = "NER=";
            NameLabel label = word.misc.starts_with(key) ? label_of(std::string_view(word.misc).substr(key.size())) : NameLabel::outside;
            if (!may_follow(before, label)) {
                label = static_cast<NameLabel>(static_cast<unsigned>(label) - 1);
            }
            labels.push_back(label);
            before = label;
        }
    }
    return labels;
}

std::vector<Example> examples_of(std::span<const NamedText> texts) {
    const Syntax syntax(unpack_syntax_model(asset("models/syntax.bin")));
    const TimeFinder times;
    const Lexicon lexicon;
    std::vector<Example> examples;
    for (std::size_t text = 0; text < texts.size(); ++text) {
        const std::vector<NameLabel> labels = labels_of(texts[text]);
        std::size_t seen = 0;
        for (Document& document : documents_of(texts[text])) {
            syntax.annotate(document.text, document.analysis);
            times.find(document);
            const Words words(document);
            const std::vector<RuledName> opinion = names_by_rules(words, lexicon);
            const NameFeatures features(words, lexicon, opinion);
            for (const NameRun& run : features.runs()) {
                Example& example = examples.emplace_back();
                example.text = text;
                features.rows_of(run, example.rows);
                for (std::uint32_t i = run.first; i < run.last; ++i) {
                    NameLabel label = labels[seen + i];
                    if (!may_follow(example.labels.empty() ? NameLabel::outside : example.labels.back(), label)) {
                        label = static_cast<NameLabel>(static_cast<unsigned>(label) - 1);
                    }
                    example.labels.push_back(label);
                }
            }
            seen += words.size();
        }
    }
    return examples;
}

/// Weights with the sums of their squared gradients.
class Weights {
public:
    explicit Weights(std::size_t rows) : values_(rows), squares_(rows) {}
    [[nodiscard]] const Row& of(std::size_t row) const { return values_[row]; }
    [[nodiscard]] std::size_t rows() const { return values_.size(); }
    void step(std::size_t row, const Row& gradient, float rate, float decay) {
        for (std::size_t label = 0; label < name_labels; ++label) {
            const float slope = gradient[label];
            if (slope == 0.0F) {
                continue;
            }
            squares_[row][label] += slope * slope;
            float& value = values_[row][label];
            value -= rate * (slope / std::sqrt(squares_[row][label] + 1e-4F) + decay * value);
        }
    }

private:
    std::vector<Row> values_;
    std::vector<Row> squares_;
};

float power_of_e(float x) { return x <= 0 ? exp_of_negative(x) : 1.0F / exp_of_negative(-x); }

class Trainer {
public:
    Trainer(std::size_t texts, const NameTrainingOptions& options)
        : options_(options), common_(table_rows), own_(texts, Weights(table_rows)), transitions_(name_labels) {}

    NameModel train(const std::vector<Example>& examples) {
        std::vector<std::size_t> order(examples.size());
        std::iota(order.begin(), order.end(), 0);
        Random random(options_.seed);
        for (unsigned epoch = 1; epoch <= options_.epochs; ++epoch) {
            for (std::size_t i = order.size(); i > 1; --i) {
                std::swap(order[i - 1], order[random.below(i)]);
            }
            const float rate = options_.learning_rate * (1.0F - static_cast<float>(epoch - 1) / static_cast<float>(options_.epochs));
            double loss = 0;
            for (const std::size_t i : order) {
                loss += learn(examples[i], rate, random);
            }
            if (options_.report) {
                options_.report(epoch, examples.empty() ? 0 : loss / static_cast<double>(examples.size()));
            }
        }
        return model();
    }

private:
    static constexpr std::size_t table_rows = std::size_t{1} << NameFeatures::table_bits;

    /// The example without a share of its features (Srivastava et al. 2014).
    [[nodiscard]] Example thinned(const Example& whole, Random& random) const {
        Example example{.text = whole.text, .rows = {}, .labels = whole.labels};
        for (const auto& rows : whole.rows) {
            auto& kept = example.rows.emplace_back();
            std::ranges::copy_if(rows, std::back_inserter(kept), [&](std::uint32_t) { return random.real() >= options_.dropout; });
        }
        return example;
    }

    /// One step; gives minus the logarithm of the share of the right labels, by word and not by run: a measure of progress only.
    double learn(const Example& whole, float rate, Random& random) {
        const Example example = thinned(whole, random);
        const std::size_t count = example.rows.size();
        emit(example);
        forward_.assign(count, Row{});
        backward_.assign(count, Row{});
        pass(count);
        double loss = 0;
        Row slope{};
        std::vector<Row> moved(name_labels, Row{});
        for (std::size_t i = 0; i < count; ++i) {
            Row shares = product(forward_[i], backward_[i]);
            const auto right = static_cast<std::size_t>(example.labels[i]);
            loss -= std::log(std::max(shares[right], 1e-6F));
            slope = shares;
            slope[right] -= 1.0F;
            const std::size_t before = i == 0 ? 0 : static_cast<std::size_t>(example.labels[i - 1]);
            moved[before][right] -= 1.0F;
            add_pairs(i, moved);
            for (const std::uint32_t row : example.rows[i]) {
                common_.step(row, slope, rate, options_.decay);
                own_[example.text].step(row, slope, rate, options_.decay);
            }
        }
        for (std::size_t label = 0; label < name_labels; ++label) {
            transitions_.step(label, moved[label], 0.2F * rate, options_.decay);
        }
        return loss;
    }

    void emit(const Example& example) {
        const float lift = 1.0F / (1.0F - options_.dropout);  // the features that are there stand for those that are not
        emissions_.assign(example.rows.size(), Row{});
        for (std::size_t i = 0; i < example.rows.size(); ++i) {
            Row& scores = emissions_[i];
            for (const std::uint32_t row : example.rows[i]) {
                for (std::size_t label = 0; label < name_labels; ++label) {
                    scores[label] += lift * (common_.of(row)[label] + own_[example.text].of(row)[label]);
                }
            }
            const float top = *std::ranges::max_element(scores);
            for (float& score : scores) {
                score = exp_of_negative(score - top);
            }
        }
        for (std::size_t label = 0; label < name_labels; ++label) {
            for (std::size_t next = 0; next < name_labels; ++next) {
                const bool allowed = may_follow(static_cast<NameLabel>(label), static_cast<NameLabel>(next));
                links_[label][next] = allowed ? power_of_e(std::clamp(transitions_.of(label)[next], -20.0F, 20.0F)) : 0.0F;
            }
        }
    }

    /// The forward and the backward sums, each word's scaled to one.
    void pass(std::size_t count) {
        Row before{};
        before[0] = 1.0F;
        for (std::size_t i = 0; i < count; ++i) {
            Row& here = forward_[i];
            for (std::size_t next = 0; next < name_labels; ++next) {
                for (std::size_t label = 0; label < name_labels; ++label) {
                    here[next] += before[label] * links_[label][next];
                }
                here[next] *= emissions_[i][next];
            }
            scale(here);
            before = here;
        }
        backward_[count - 1].fill(1.0F);
        for (std::size_t i = count - 1; i-- > 0;) {
            for (std::size_t label = 0; label < name_labels; ++label) {
                for (std::size_t next = 0; next < name_labels; ++next) {
                    backward_[i][label] += links_[label][next] * emissions_[i + 1][next] * backward_[i + 1][next];
                }
            }
            scale(backward_[i]);
        }
    }

    /// Adds the expected pairs (word i - 1, word i).
    void add_pairs(std::size_t i, std::vector<Row>& pairs) const {
        Row before{};
        before[0] = 1.0F;
        if (i > 0) {
            before = forward_[i - 1];
        }
        std::vector<Row> shares(name_labels, Row{});
        float sum = 0;
        for (std::size_t label = 0; label < name_labels; ++label) {
            for (std::size_t next = 0; next < name_labels; ++next) {
                shares[label][next] = before[label] * links_[label][next] * emissions_[i][next] * backward_[i][next];
                sum += shares[label][next];
            }
        }
        for (std::size_t label = 0; label < name_labels; ++label) {
            for (std::size_t next = 0; next < name_labels; ++next) {
                pairs[label][next] += sum > 0 ? shares[label][next] / sum : 0.0F;
            }
        }
    }

    static void scale(Row& row) {
        const float sum = std::accumulate(row.begin(), row.end(), 0.0F);
        for (float& value : row) {
            value = sum > 0 ? value / sum : 0.0F;
        }
    }

    static Row product(const Row& a, const Row& b) {
        Row out{};
        for (std::size_t label = 0; label < name_labels; ++label) {
            out[label] = a[label] * b[label];
        }
        scale(out);
        return out;
    }

    [[nodiscard]] NameModel model() const {
        NameModel model;
        float largest = 0;
        const auto weight = [&](std::size_t row, std::size_t label) { return common_.of(row)[label] + own_.front().of(row)[label]; };
        for (std::size_t row = 0; row < table_rows; ++row) {
            for (std::size_t label = 0; label < name_labels; ++label) {
                largest = std::max(largest, std::abs(weight(row, label)));
            }
        }
        model.scale = std::max(largest, 1e-6F) / 127.0F;
        for (std::size_t row = 0; row < table_rows; ++row) {
            for (std::size_t label = 0; label < name_labels; ++label) {
                model.weights[row * name_labels + label] = static_cast<std::int8_t>(std::nearbyint(weight(row, label) / model.scale));
            }
        }
        for (std::size_t label = 0; label < name_labels; ++label) {
            model.transitions[label] = transitions_.of(label);
        }
        return model;
    }

    NameTrainingOptions options_;
    Weights common_;
    std::vector<Weights> own_;
    Weights transitions_;
    std::array<Row, name_labels> links_{};
    std::vector<Row> emissions_;
    std::vector<Row> forward_;
    std::vector<Row> backward_;
};

}  // namespace

NameModel train_names(std::span<const NamedText> texts, const NameTrainingOptions& options) {
    return Trainer(texts.size(), options).train(examples_of(texts));
}

}  // namespace synoptic
