// SPDX-License-Identifier: Apache-2.0
// Runs tests/coding/*.test: a sentence, a line "----", the events expected of it, an empty line. One event a line:
//
//     TYPE status | source; source | target; target [| said by]
//
// in order of trigger, "-" for a happening without PLOVER type. Lines that start with '#' are comments.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "coding/coder.hpp"
#include "core/date.hpp"
#include "language/analyzer.hpp"

namespace synoptic {
namespace {

struct Case {
    std::string name;  ///< "status.test:12"
    std::string sentence;
    std::string expected;
};

std::vector<Case> read_cases() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(TEST_FOLDER) / "coding")) {
        if (entry.path().extension() == ".test") {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    std::vector<Case> cases;
    for (const auto& file : files) {
        std::ifstream input(file);
        Case current;
        bool in_events = false;
        int number = 0;
        const auto finish = [&] {
            if (!current.sentence.empty()) {
                cases.push_back(current);
            }
            current = {};
            in_events = false;
        };
        for (std::string line; std::getline(input, line);) {
            ++number;
            if (line.starts_with('#')) {
                continue;
            }
            if (line.empty()) {
                finish();
            } else if (line == "----") {
                in_events = true;
            } else if (in_events) {
                current.expected += line + "\n";
            } else {
                current.sentence += (current.sentence.empty() ? "" : " ") + line;
                current.name = file.filename().string() + ":" + std::to_string(number);
            }
        }
        finish();
    }
    return cases;
}

std::string listed(const Document& document, const std::vector<Participant>& participants) {
    std::string all;
    for (const Participant& each : participants) {
        all += (all.empty() ? "" : "; ") + std::string(document.view(each.span));
    }
    return all.empty() ? "-" : all;
}

TEST(Sentences, AreCodedAsTheTestFilesSay) {
    const Analyzer analyzer;
    const Coder coder;
    const std::vector<Case> cases = read_cases();
    ASSERT_GE(cases.size(), 50U);
    for (const Case& each : cases) {
        Document document;
        document.language = "en";
        document.text = each.sentence;
        document.blocks.push_back({.span = {0, static_cast<std::uint32_t>(each.sentence.size())}});
        analyzer.analyze(document);
        std::string found;
        for (const CodedEvent& event : coder.code(document)) {
            found += (event.type.empty() ? "-" : event.type) + " " + std::string(name(event.status)) + " | " +
                     listed(document, event.source) + " | " + listed(document, event.target) +
                     (event.said_by.empty() ? "" : " | " + listed(document, event.said_by)) + "\n";
        }
        EXPECT_EQ(found, each.expected) << each.name << ": " << each.sentence;
    }
}

}  // namespace
}  // namespace synoptic
