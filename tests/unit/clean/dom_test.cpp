// SPDX-License-Identifier: Apache-2.0
#include "clean/dom.hpp"

#include <gtest/gtest.h>

#include <string>

namespace synoptic {
namespace {

std::uint32_t find(const Dom& dom, Tag tag, int nth = 0) {
    for (std::uint32_t i = 0; i < dom.size(); ++i) {
        if (dom[i].tag == tag && nth-- == 0) {
            return i;
        }
    }
    ADD_FAILURE() << "no such element";
    return 0;
}

bool stands_in(const Dom& dom, std::string_view text, Tag tag) {
    for (std::uint32_t i = 0; i < dom.size(); ++i) {
        if (dom[i].tag == Tag::text && dom.text(i) == text) {
            for (std::uint32_t at = dom[i].parent; at != 0; at = dom[at].parent) {
                if (dom[at].tag == tag) {
                    return true;
                }
            }
            return false;
        }
    }
    ADD_FAILURE() << "no such text: " << text;
    return false;
}

TEST(Dom, ADrawingThatIsNotEndedEndsWithTheNextText) {
    const Dom dom = Dom::parse("<main><svg viewBox='0 0 9 9'><path d='M0 0'><g><p>The wall stands.</p></main>");
    EXPECT_FALSE(stands_in(dom, "The wall stands.", Tag::svg));
    EXPECT_TRUE(stands_in(dom, "The wall stands.", Tag::main));
    const Dom part = Dom::parse("<svg><foreignObject><p>Inside</p></foreignObject></svg>");
    EXPECT_TRUE(stands_in(part, "Inside", Tag::svg));
}

TEST(Dom, WhatEndsItselfInADrawingSwallowsNothing) {
    for (const std::string tag : {"title", "style", "script", "textarea"}) {
        const Dom dom = Dom::parse("<svg><" + tag + "/></svg><p>The wall stands.</p>");
        EXPECT_TRUE(stands_in(dom, "The wall stands.", Tag::p)) << tag;
    }
    const Dom named = Dom::parse("<svg><title>Lock</title></svg><p>The wall stands.</p>");
    EXPECT_TRUE(stands_in(named, "Lock", Tag::svg));
    EXPECT_TRUE(stands_in(named, "The wall stands.", Tag::p));
}

TEST(Dom, EndTagsOfItemsStayInTheirList) {
    const Dom dom = Dom::parse("<ul><li>a<ul></li><li>b</li></ul></li><li>c</li></ul>");
    EXPECT_EQ(dom[find(dom, Tag::li, 1)].parent, find(dom, Tag::ul, 1));
    EXPECT_EQ(dom[find(dom, Tag::li, 2)].parent, find(dom, Tag::ul, 0));
}

TEST(Dom, CellsOpenTheirRow) {
    const Dom dom = Dom::parse("<table><td>1<td>2<tr><td>3</table>");
    EXPECT_EQ(dom[find(dom, Tag::td, 0)].parent, find(dom, Tag::tr, 0));
    EXPECT_EQ(dom[find(dom, Tag::td, 1)].parent, find(dom, Tag::tr, 0));
    EXPECT_EQ(dom[find(dom, Tag::td, 2)].parent, find(dom, Tag::tr, 1));
}

}  // namespace
}  // namespace synoptic
