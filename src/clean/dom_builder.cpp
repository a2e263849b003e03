// SPDX-License-Identifier: Apache-2.0
// Tree construction over lexbor's tokenizer. The rules for implied ends are those of HTML 5 (html.spec.whatwg.org, 13.2.6), but nodes are
// never moved, so that every step costs the same however the page is nested.
#include <lexbor/html/tokenizer.h>
#include <lexbor/html/tokenizer/state.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string_view>

#include "clean/dom.hpp"
#include "clean/json_ld.hpp"
#include "clean/raw_text.hpp"
#include "clean/tags.hpp"
#include "clean/word_map.hpp"
#include "core/failure.hpp"

namespace synoptic {

namespace {

constexpr std::size_t deepest = 400;
constexpr std::size_t name_table = 4096;  ///< lexbor chains names that share a bucket: room for pages with 100,000 of them
constexpr std::size_t longest_attribute = 1U << 20U;

}  // namespace

class DomBuilder {
public:
    explicit DomBuilder(std::string_view html) : html_(html) {
        dom_.pool_.reserve(html.size());
        dom_.nodes_.reserve(html.size() / 24 + 16);
        open(Tag::html, 0, 0);
    }

    /// One token; the elements' kinds are looked up once per lexbor tag number.
    void take(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token) {
        if (dom_.nests_too_deep_) {
            return;
        }
        const auto begin = position(token->begin);
        const auto end = position(token->end);
        switch (token->tag_id) {
        case LXB_TAG__TEXT:
            add_text(token, begin, end);
            return;
        case LXB_TAG__EM_COMMENT:
        case LXB_TAG__EM_DOCTYPE:
        case LXB_TAG__END_OF_FILE:
            return;
        default:
            break;
        }
        const Tag tag = known_tag(token->tag_id);
        const bool ends = (token->type & LXB_HTML_TOKEN_TYPE_CLOSE) != 0;
        if (is_block(tag)) {
            unended_in_line_ = 0;
        }
        if (!is_void(tag) && !has_implied_end(tag) && (token->type & LXB_HTML_TOKEN_TYPE_CLOSE_SELF) == 0) {
            count_nesting(tag, ends);
        }
        if (ends) {
            close_tag(tag, end);
            return;
        }
        start_tag(tokenizer, token, tag, begin, end);
    }

    Dom finish() {
        while (!open_.empty()) {
            pop(static_cast<std::uint32_t>(html_.size()));
        }
        return std::move(dom_);
    }

private:
    [[nodiscard]] std::uint32_t position(const lxb_char_t* at) const {
        const auto* first = reinterpret_cast<const lxb_char_t*>(html_.data());
        return at < first || at > first + html_.size() ? 0 : static_cast<std::uint32_t>(at - first);
    }

    Tag known_tag(lxb_tag_id_t number) {
        if (number < LXB_TAG__LAST_ENTRY) {
            auto& known = known_[number];
            if (!known) {
                std::size_t length = 0;
                const lxb_char_t* name = lxb_tag_name_by_id(number, &length);
                known = name == nullptr ? Tag::other : tag_of({reinterpret_cast<const char*>(name), length});
            }
            return *known;
        }
        return Tag::other;  // an element lexbor does not know
    }

    /// How deep the tags nest, whatever is made of them. Marks of words count up to the border of the next block, which ends most of those
    /// that pages forget to end.
    void count_nesting(Tag tag, bool ends) {
        const bool in_line = is_formatting(tag);
        std::size_t& unended = in_line ? unended_in_line_ : unended_[static_cast<std::size_t>(tag)];
        if (ends && unended == 0) {
            return;
        }
        unended = ends ? unended - 1 : unended + 1;
        if (!in_line) {
            unended_blocks_ = ends ? unended_blocks_ - 1 : unended_blocks_ + 1;
        }
        dom_.nests_too_deep_ = unended_blocks_ + unended_in_line_ > Dom::deepest_nesting;
    }

    void add_text(const lxb_html_token_t* token, std::uint32_t begin, std::uint32_t end) {
        const std::string_view text(reinterpret_cast<const char*>(token->text_start),
                                    static_cast<std::size_t>(token->text_end - token->text_start));
        if (!text.empty()) {
            add_text_node(keep(text), begin, end);
        }
    }

    void add_text_node(Span text, std::uint32_t begin, std::uint32_t end) {
        Dom::Node node;
        node.tag = Tag::text;
        node.in_link = links_ > 0;
        node.parent = open_.empty() ? 0 : open_.back();
        node.end = dom_.size() + 1;
        node.page_begin = begin;
        node.page_end = end;
        node.text = text;
        dom_.nodes_.push_back(node);
    }

    Span keep(std::string_view text) {
        const auto begin = static_cast<std::uint32_t>(dom_.pool_.size());
        dom_.pool_ += text;
        if (text.find('\0') != std::string_view::npos) {
            std::replace(dom_.pool_.begin() + begin, dom_.pool_.end(), '\0', ' ');
        }
        return {begin, static_cast<std::uint32_t>(dom_.pool_.size())};
    }

    /// The number in Dom::names() of a class or id. `source` is the value as it stands in the page, which is not moved.
    std::uint32_t number_of(std::string_view value, std::string_view source) {
        if (value.empty()) {
            return 0;
        }
        const auto [entry, is_new] = numbers_.try_emplace(source, dom_.names_size());
        if (is_new) {
            dom_.names_.push_back(keep(value));
        }
        return entry->second;
    }

    void start_tag(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token, Tag tag, std::uint32_t begin, std::uint32_t end) {
        const bool self_closing = (token->type & LXB_HTML_TOKEN_TYPE_CLOSE_SELF) != 0;
        if (in_svg_ > 0 && ends_drawing(tag)) {
            end_drawing(begin);
        }
        if (token->tag_id < LXB_TAG__LAST_ENTRY && !(in_svg_ > 0 && (self_closing || tag == Tag::title))) {
            lxb_html_tokenizer_set_state_by_tag(tokenizer, false, token->tag_id, LXB_NS_HTML);
        }
        if (tag == Tag::html) {
            if (dom_.attributes_.empty()) {
                add_attributes(token, 0);
            }
            return;
        }
        imply_ends(tag, begin);
        const bool flat = is_void(tag) || (self_closing && in_svg_ > 0) || open_.size() >= deepest;
        const std::uint32_t at = open(tag, begin, end);
        add_attributes(token, at);
        if (tag == Tag::a && dom_.has_attribute(at, Attr::href) && !flat) {
            ++links_;
        }
        if (any_of(tag, Tag::svg, Tag::math) && !flat) {
            ++in_svg_;
        }
        if (flat) {
            open_.pop_back();
            --open_count_[static_cast<std::size_t>(tag)];
            dom_.nodes_[at].end = at + 1;
            dom_.nodes_[at].page_end = end;
        }
        if (flat && self_closing && in_svg_ > 0) {
            return;
        }
        if (tag == Tag::style || (tag == Tag::script && !is_json_ld(dom_.attribute(at, Attr::type)))) {
            raw_tag_ = token->tag_id;
            lxb_html_tokenizer_state_set_noi(tokenizer, pass_raw_text);
        }
    }

    /// A state of the tokenizer: passes over the text of a script or style, most of what many pages hold, leaving an empty node.
    static const lxb_char_t* pass_raw_text(lxb_html_tokenizer_t* tokenizer, const lxb_char_t* data, const lxb_char_t* /*end*/) {
        auto* self = static_cast<DomBuilder*>(lxb_html_tokenizer_callback_token_done_ctx_noi(tokenizer));
        const std::uint32_t begin = self->position(data);
        const std::size_t found = tokenizer->is_eof
                                      ? std::string_view::npos
                                      : raw_text_end(self->html_, begin, self->raw_tag_ == LXB_TAG_STYLE ? "style" : "script");
        if (found == std::string_view::npos) {
            lxb_html_tokenizer_set_state_by_tag(tokenizer, false, self->raw_tag_, LXB_NS_HTML);
            return data;
        }
        if (found > begin) {
            self->add_text_node({}, begin, static_cast<std::uint32_t>(found));
        }
        lxb_html_tokenizer_state_set_noi(tokenizer, lxb_html_tokenizer_state_data_before);
        return data + (found - begin);
    }

    std::uint32_t open(Tag tag, std::uint32_t begin, std::uint32_t end) {
        Dom::Node node;
        node.tag = tag;
        node.in_link = links_ > 0;
        node.parent = open_.empty() ? 0 : open_.back();
        node.page_begin = begin;
        node.page_end = end;
        node.first_attribute = static_cast<std::uint32_t>(dom_.attributes_.size());
        const std::uint32_t at = dom_.size();
        dom_.nodes_.push_back(node);
        open_.push_back(at);
        ++open_count_[static_cast<std::size_t>(tag)];
        return at;
    }

    void add_attributes(const lxb_html_token_t* token, std::uint32_t at) {
        std::uint32_t seen = 0;
        for (lxb_html_token_attr_t* attribute = token->attr_first; attribute != nullptr; attribute = attribute->next) {
            const auto found = known_attribute(attribute);
            if (!found || (seen & (1U << static_cast<unsigned>(*found))) != 0 || attribute->value_size > longest_attribute) {
                continue;
            }
            seen |= 1U << static_cast<unsigned>(*found);
            const std::string_view value = attribute->value == nullptr ? std::string_view{} : view(attribute->value, attribute->value_size);
            Dom::Node& node = dom_.nodes_[at];
            ++node.attribute_count;
            if (*found == Attr::class_ || *found == Attr::id) {
                const auto length = static_cast<std::size_t>(attribute->value_end - attribute->value_begin);
                const std::uint32_t number = number_of(value, view(attribute->value_begin, length));
                (*found == Attr::id ? node.id_names : node.class_names) = number;
                dom_.attributes_.push_back({*found, dom_.names_[number]});
            } else {
                dom_.attributes_.push_back({*found, keep(value)});
            }
        }
    }

    static std::string_view view(const lxb_char_t* begin, std::size_t length) { return {reinterpret_cast<const char*>(begin), length}; }

    std::optional<Attr> known_attribute(lxb_html_token_attr_t* attribute) {
        std::size_t length = 0;
        const lxb_char_t* name = lxb_html_token_attr_name(attribute, &length);
        return name == nullptr ? std::nullopt : attribute_of(view(name, length));
    }

    [[nodiscard]] Tag top() const { return open_.empty() ? Tag::html : dom_.nodes_[open_.back()].tag; }

    void pop(std::uint32_t page_end) {
        Dom::Node& node = dom_.nodes_[open_.back()];
        node.end = dom_.size();
        node.page_end = page_end;
        if (node.tag == Tag::a && dom_.has_attribute(open_.back(), Attr::href) && std::erase(unlinked_, open_.back()) == 0) {
            --links_;
        }
        if (any_of(node.tag, Tag::svg, Tag::math)) {
            --in_svg_;
        }
        --open_count_[static_cast<std::size_t>(node.tag)];
        open_.pop_back();
    }

    [[nodiscard]] bool is_open(Tag tag) const { return open_count_[static_cast<std::size_t>(tag)] > 0; }

    /// Links whose end tag came while a block inside was open: over for what follows, though still on the stack.
    [[nodiscard]] bool is_unlinked(std::uint32_t at) const { return std::ranges::find(unlinked_, at) != unlinked_.end(); }

    /// Pops up to and with the innermost open element that `wanted` accepts, if `barrier` accepts none before it.
    template <typename Wanted, typename Barrier>
    bool pop_to(Wanted wanted, Barrier barrier, std::uint32_t page_end) {
        for (std::size_t i = open_.size(); i-- > 1;) {
            const Tag tag = dom_.nodes_[open_[i]].tag;
            if (wanted(tag)) {
                while (open_.size() > i) {
                    pop(page_end);
                }
                return true;
            }
            if (barrier(tag)) {
                return false;
            }
        }
        return false;
    }

    /// An element of text ends the drawing or formula it stands in: whoever wrote it forgot to. In parts of a drawing that may hold text it
    /// does not.
    void end_drawing(std::uint32_t at) {
        pop_to([](Tag t) { return any_of(t, Tag::svg, Tag::math); },
               [](Tag t) { return any_of(t, Tag::foreignobject, Tag::desc, Tag::title) || is_scope(t); }, at);
    }

    void imply_ends(Tag tag, std::uint32_t at) {
        if (closes_paragraph(tag) && is_open(Tag::p)) {
            pop_to([](Tag t) { return t == Tag::p; }, [](Tag t) { return is_scope(t) || t == Tag::button; }, at);
        }
        if (is_heading(tag) && is_heading(top())) {
            pop(at);
        }
        switch (tag) {
        case Tag::li:
            if (is_open(Tag::li)) {
                pop_to([](Tag t) { return t == Tag::li; }, [](Tag t) { return any_of(t, Tag::ul, Tag::ol, Tag::menu) || is_scope(t); }, at);
            }
            break;
        case Tag::dd:
        case Tag::dt:
            pop_to([](Tag t) { return any_of(t, Tag::dd, Tag::dt); }, [](Tag t) { return t == Tag::dl || is_scope(t); }, at);
            break;
        case Tag::td:
        case Tag::th:
            pop_to([](Tag t) { return any_of(t, Tag::td, Tag::th); }, [](Tag t) { return t == Tag::table; }, at);
            if (any_of(top(), Tag::table, Tag::tbody, Tag::thead, Tag::tfoot) && open_.size() + 1 < deepest) {
                open(Tag::tr, at, at);
            }
            break;
        case Tag::tr:
            pop_to([](Tag t) { return t == Tag::tr; }, [](Tag t) { return t == Tag::table; }, at);
            break;
        case Tag::tbody:
        case Tag::thead:
        case Tag::tfoot:
            pop_to([](Tag t) { return any_of(t, Tag::tbody, Tag::thead, Tag::tfoot); }, [](Tag t) { return t == Tag::table; }, at);
            break;
        case Tag::option:
        case Tag::optgroup:
            pop_to([](Tag t) { return t == Tag::option; }, [](Tag t) { return t == Tag::select; }, at);
            break;
        case Tag::a:
            if (is_open(Tag::a)) {
                close_tag(Tag::a, at);
            }
            break;
        case Tag::body:
            pop_to([](Tag t) { return t == Tag::head; }, [](Tag) { return false; }, at);
            break;
        default:
            break;
        }
    }

    void close_tag(Tag tag, std::uint32_t page_end) {
        if (any_of(tag, Tag::body, Tag::html) || (!is_open(tag) && !is_heading(tag))) {
            return;
        }
        const auto same = [&](Tag t) { return is_heading(tag) ? is_heading(t) : t == tag; };
        if (!is_formatting(tag)) {
            const bool of_table = any_of(tag, Tag::table, Tag::tr, Tag::td, Tag::th, Tag::tbody, Tag::thead, Tag::tfoot, Tag::caption);
            pop_to(
                same,
                [&](Tag t) {
                    return of_table ? t == Tag::table && tag != Tag::table : is_scope(t) || (tag == Tag::li && any_of(t, Tag::ul, Tag::ol));
                },
                page_end);
            return;
        }
        if (pop_to(
                same, [](Tag t) { return !is_formatting(t); }, page_end) ||
            tag != Tag::a) {
            return;
        }
        for (std::size_t i = open_.size(); i-- > 1 && !is_scope(dom_.nodes_[open_[i]].tag);) {
            const std::uint32_t at = open_[i];
            if (dom_.nodes_[at].tag == Tag::a && dom_.has_attribute(at, Attr::href) && !is_unlinked(at)) {
                unlinked_.push_back(at);
                --links_;
                return;
            }
        }
    }

    std::string_view html_;
    Dom dom_;
    std::vector<std::uint32_t> open_;
    std::vector<std::uint32_t> unlinked_;
    std::array<std::optional<Tag>, LXB_TAG__LAST_ENTRY> known_{};
    std::array<std::uint32_t, 256> open_count_{};  ///< of the elements on the stack, by tag
    std::array<std::size_t, 256> unended_{};       ///< start tags without their end tag so far, by tag
    std::size_t unended_blocks_ = 0;
    std::size_t unended_in_line_ = 0;
    absl::flat_hash_map<std::string_view, std::uint32_t, WordHash, std::equal_to<>> numbers_;  ///< of names, by their place in the source
    lxb_tag_id_t raw_tag_ = LXB_TAG__UNDEF;                                                    ///< of the script or style whose text comes
    int links_ = 0;
    int in_svg_ = 0;
};

namespace {

struct DestroyTokenizer {
    void operator()(lxb_html_tokenizer_t* tokenizer) const {
        lxb_html_tokenizer_tags_destroy(tokenizer);
        lxb_html_tokenizer_attrs_destroy(tokenizer);
        lxb_html_tokenizer_destroy(tokenizer);
    }
};

lxb_html_token_t* take_token(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token, void* builder) {
    static_cast<DomBuilder*>(builder)->take(tokenizer, token);
    return token;
}

}  // namespace

Dom Dom::parse(std::string_view html) {
    DomBuilder builder(html);
    const std::unique_ptr<lxb_html_tokenizer_t, DestroyTokenizer> tokenizer(lxb_html_tokenizer_create());
    if (lxb_html_tokenizer_init(tokenizer.get()) != LXB_STATUS_OK) {
        throw Failure("not enough memory to read a page");
    }
    const std::size_t names = std::max<std::size_t>(name_table, html.size() / 32);  // tables do not grow, and a page may be all names
    lxb_html_tokenizer_tags_make(tokenizer.get(), names);
    lxb_html_tokenizer_attrs_make(tokenizer.get(), names);
    lxb_html_tokenizer_callback_token_done_set(tokenizer.get(), take_token, &builder);
    lxb_html_tokenizer_keep_duplicate_set_noi(tokenizer.get(), true);  // looking for them is quadratic
    lxb_html_tokenizer_begin(tokenizer.get());
    lxb_html_tokenizer_chunk(tokenizer.get(), reinterpret_cast<const lxb_char_t*>(html.data()), html.size());
    lxb_html_tokenizer_end(tokenizer.get());
    return builder.finish();
}

}  // namespace synoptic
