// SPDX-License-Identifier: Apache-2.0
#include "clean_test_tools.hpp"

namespace synoptic {
namespace {

Page json_line(std::string record, std::string id, std::string url = "") {
    Page page;
    page.path = "folder/lines.jsonl";
    page.record = std::move(record);
    page.url = std::move(url);
    page.kind = PageKind::article;
    page.stated.id = std::move(id);
    page.bytes = "The ferry to Ostrel will sail twice a day from May on, the harbour board said.";
    return page;
}

DocId id_of(const Page& page) { return clean(page).value().id; }

TEST(DocumentId, StaysWhenLinesAreReordered) {
    EXPECT_EQ(id_of(json_line("line 3", "a7")), id_of(json_line("line 90", "a7")));
    EXPECT_EQ(id_of(json_line("line 3", "", "https://a.example/x")), id_of(json_line("line 90", "", "https://a.example/x")));
}

TEST(DocumentId, TellsRecordsApart) {
    EXPECT_NE(id_of(json_line("line 3", "a7")), id_of(json_line("line 3", "a8")));
    EXPECT_NE(id_of(json_line("line 3", "")), id_of(json_line("line 4", "")));
}

}  // namespace
}  // namespace synoptic
