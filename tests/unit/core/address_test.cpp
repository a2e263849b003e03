// SPDX-License-Identifier: Apache-2.0
#include "core/address.hpp"

#include <gtest/gtest.h>

namespace synoptic {
namespace {

TEST(HostOf, IsTheBareHost) {
    EXPECT_EQ(host_of("https://www.a.example/x?y"), "a.example");
    EXPECT_EQ(host_of("http://reader:secret@a.example:8080#top"), "a.example");
    EXPECT_EQ(host_of("https://a.example?at=b@c"), "a.example");
    EXPECT_EQ(host_of("https://"), "");
}

TEST(HostOf, IsEmptyForOtherTexts) {
    EXPECT_EQ(host_of("javascript:alert(1)"), "");
    EXPECT_EQ(host_of("www.a.example"), "");
    EXPECT_EQ(host_of(""), "");
}

}  // namespace
}  // namespace synoptic
