// SPDX-License-Identifier: Apache-2.0
#include "clean/not_article.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "clean_test_tools.hpp"

namespace synoptic {
namespace {

std::string reason_for(std::string bytes) {
    Page page;
    page.kind = PageKind::html;
    page.bytes = std::move(bytes);
    const auto document = clean(page);
    return document ? "" : document.reason();
}

TEST(NotArticle, ErrorPages) {
    const std::string excuse = "<p>We looked behind the lighthouse and under the quay, but what you asked for is not there any more.</p>";
    for (const std::string title : {"404 Not Found", "Page not found | Wenning Echo", "Wenning Echo - Seite nicht gefunden", "Error 503"}) {
        EXPECT_NE(reason_for("<title>" + title + "</title><h1>Oh dear</h1>" + excuse).find("is an error page"), std::string::npos) << title;
    }
}

TEST(NotArticle, AnArticleAboutErrorsIsOne) {
    EXPECT_EQ(reason_for("<title>Page not found: how links rot | Wenning Echo</title><h1>Page not found: how links rot</h1>" + paragraphs +
                         paragraphs + paragraphs),
              "");
    EXPECT_EQ(reason_for("<title>Not found</title><h1>Not found</h1><p class=date>4 March 2025</p>" + paragraphs), "");
}

TEST(NotArticle, IndexPages) {
    std::string list;
    for (int i = 0; i < 40; ++i) {
        list += fmt::format("<li><a href=/n{0}>The harbour board agrees on wall number {0} of Lower Wenning</a></li>", i);
    }
    EXPECT_NE(reason_for("<title>Wenning Echo</title><main><h1>All news</h1><ul>" + list + "</ul></main>"), "");
    EXPECT_EQ(reason_for("<title>Wall to rise</title><h1>Wall to rise</h1><article>" + paragraphs + "<ul>" + list + "</ul></article>"), "");
}

}  // namespace
}  // namespace synoptic
