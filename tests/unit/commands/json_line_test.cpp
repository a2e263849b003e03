// SPDX-License-Identifier: Apache-2.0
#include "commands/json_line.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

namespace synoptic {
namespace {

TEST(JsonLine, WritesMembersAndElements) {
    JsonLine line;
    line.begin('{').text("id", "a1").null("title").begin("cut", '[');
    line.begin('{').text("reason", "other").end('}').begin('{').text("reason", "share").end('}').end(']');
    line.begin("sources", '[').text("one").text("two").end(']').begin("none", '[').end(']').end('}');
    EXPECT_EQ(line.bytes(), R"({"id":"a1","title":null,"cut":[{"reason":"other"},{"reason":"share"}],"sources":["one","two"],"none":[]})");
}

TEST(JsonLine, EscapesAsTheLibraryDoes) {
    std::string all;
    for (char c = 1; c > 0 && c < 0x7F; ++c) {
        all += c;
    }
    for (const std::string& value : {all, std::string("a\0b", 3), std::string("\x7F"), std::string("caf\u00E9 \u2028 \U0001F600"),
                                     std::string("broken \xC3( \xE2\x82"), std::string()}) {
        JsonLine line;
        line.text(value);
        EXPECT_EQ(line.bytes(), nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    }
}

}  // namespace
}  // namespace synoptic
