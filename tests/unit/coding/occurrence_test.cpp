// SPDX-License-Identifier: Apache-2.0
// Counts over tests/coding/not_happened.tsv and happened.tsv: what is told as having happened where nothing is said to have, and what is
// missed where something is. The two limits belong together.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "coding/coder.hpp"
#include "core/text.hpp"
#include "language/analyzer.hpp"

namespace synoptic {
namespace {

class Occurrence : public testing::Test {
protected:
    /// Rows of a table of sentences: the sentence and its other cells.
    static std::vector<std::vector<std::string>> rows(const std::string& file) {
        std::ifstream input(std::filesystem::path(TEST_FOLDER) / "coding" / file);
        std::vector<std::vector<std::string>> all;
        for (std::string line; std::getline(input, line);) {
            if (line.empty() || line.front() == '#') {
                continue;
            }
            std::vector<std::string> cells;
            for (const std::string_view cell : split(line, '\t')) {
                cells.emplace_back(cell);
            }
            all.push_back(std::move(cells));
        }
        return all;
    }

    std::vector<CodedEvent> code(const std::string& sentence) {
        Document document;
        document.language = "en";
        document.text = sentence;
        document.blocks.push_back({.span = {0, static_cast<std::uint32_t>(sentence.size())}});
        analyzer_.analyze(document);
        return coder_.code(document);
    }

    Analyzer analyzer_;
    Coder coder_;
};

TEST_F(Occurrence, IsSeldomSeenWhereNothingHappened) {
    const auto sentences = rows("not_happened.tsv");
    ASSERT_EQ(sentences.size(), 200U);
    std::size_t wrong = 0;
    std::string listed;
    for (const auto& row : sentences) {
        const std::string may_stand = row.size() > 1 ? " " + row[1] + " " : " ";
        for (const CodedEvent& event : code(row[0])) {
            const std::string type = event.type.empty() ? "-" : event.type;
            if (event.status == Status::happened && may_stand.find(" " + type + " ") == std::string::npos) {
                ++wrong;
                listed += type + " by " + event.frame + ": " + row[0] + "\n";
            }
        }
    }
    EXPECT_LE(wrong, 12U) << listed;
}

TEST_F(Occurrence, IsSeenWhereSomethingHappened) {
    const auto sentences = rows("happened.tsv");
    ASSERT_EQ(sentences.size(), 60U);
    std::size_t found = 0;
    std::string missed;
    for (const auto& row : sentences) {
        const std::string status = row.size() > 2 ? row[2] : "happened";
        const auto events = code(row[0]);
        const bool told =
            std::ranges::any_of(events, [&](const CodedEvent& event) { return event.type == row.at(1) && name(event.status) == status; });
        found += told ? 1U : 0U;
        missed += told ? "" : row[1] + ": " + row[0] + "\n";
    }
    EXPECT_GE(found, 55U) << missed;
}

}  // namespace
}  // namespace synoptic
