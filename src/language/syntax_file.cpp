// SPDX-License-Identifier: Apache-2.0
// The syntax model as a file: vocabulary, tags, lemma rules, then the weights.
#include <string>
#include <vector>

#include "core/text.hpp"
#include "language/model_file.hpp"
#include "language/syntax_model.hpp"

namespace synoptic {

namespace {

constexpr ModelKind kind = {.name = "syntax", .magic = "SYNOPTIC SYNTAX\n", .version = 1};

std::string joined(const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines) {
        out += line;
        out += '\n';
    }
    return out;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> out;
    for (const std::string_view line : split(text, '\n')) {
        out.emplace_back(line);
    }
    out.pop_back();  // behind the last line feed
    return out;
}

}  // namespace

std::string pack(const SyntaxModel& model) {
    ModelWriter out;
    out.text(joined(model.words));
    out.text(joined(model.tags));
    out.text(model.lemmas.to_text());
    for (const Matrix* matrix : model.weights()) {
        out.matrix(*matrix);
    }
    return out.file(kind);
}

SyntaxModel unpack_syntax_model(std::string_view bytes) {
    ModelReader in(bytes, kind);
    SyntaxModel model;
    std::vector<std::string> words = lines_of(in.text());
    std::vector<std::string> tags = lines_of(in.text());
    if (tags.empty() || tags.size() > network::tags) {
        in.refuse("has a tag set of a wrong size");
    }
    model.shape(std::move(words), std::move(tags));
    model.lemmas = LemmaRules::from_text(in.text());
    for (Matrix* matrix : model.weights()) {
        in.matrix(*matrix);
    }
    in.end();
    return model;
}

}  // namespace synoptic
