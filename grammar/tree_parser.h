// The base class of the generated parser: it tells a listener what it enters, leaves and consumes, and keeps
// nothing. It hides the members of antlr4::Parser that the generated code calls by name (input, tracker,
// error handler, match, enterRule …), so that a token costs a comparison and a rule costs no allocation.
// C++17, as the generated code.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "antlr4-runtime.h"

// Kinds of tokens. The kind after the last one is EOF.
class KindStream final : public antlr4::TokenStream {
 public:
  // Reads kinds[begin] … kinds[end - 1]; positions are indices of `kinds`.
  void set(const std::uint16_t* kinds, std::size_t begin, std::size_t end) {
    kinds_ = kinds, at_ = begin, end_ = end;
  }
  std::size_t kind(std::size_t position) const { return position < end_ ? kinds_[position] : EOF; }
  std::size_t LA(ssize_t ahead) override { return kind(at_ + static_cast<std::size_t>(ahead) - 1); }
  void consume() override { ++at_; }
  std::size_t index() override { return at_; }
  void seek(std::size_t index) override { at_ = index; }
  std::size_t size() override { return end_; }
  ssize_t mark() override { return 0; }
  void release(ssize_t) override {}
  std::string getSourceName() const override { return {}; }
  // Only the runtime's exceptions ask for these: one token without text stands for all.
  antlr4::Token* LT(ssize_t) override { return &token_; }
  antlr4::Token* get(std::size_t) const override { return const_cast<antlr4::CommonToken*>(&token_); }
  antlr4::TokenSource* getTokenSource() const override { return nullptr; }
  std::string getText(const antlr4::misc::Interval&) override { return {}; }
  std::string getText() override { return {}; }
  std::string getText(antlr4::RuleContext*) override { return {}; }
  std::string getText(antlr4::Token*, antlr4::Token*) override { return {}; }

 private:
  const std::uint16_t* kinds_ = nullptr;
  std::size_t at_ = 0, end_ = 0;
  antlr4::CommonToken token_{std::size_t{0}};
};

class TreeParser : public antlr4::Parser {
 public:
  class Listener {
   public:
    virtual ~Listener() = default;
    // A rule is entered or left; `position` is that of the next token.
    virtual void enter(std::size_t rule, std::size_t position) = 0;
    virtual void exit(std::size_t position) = 0;
    // The token at `position` is about to be consumed by the rule entered last.
    virtual void token(std::size_t position) = 0;
    // The token at `position` does not fit. Nothing may be thrown.
    virtual void misplaced(std::size_t position) = 0;
  };

  explicit TreeParser(antlr4::TokenStream* input)
      : Parser(input), _input(static_cast<KindStream*>(input)), _errHandler(this) {}
  ~TreeParser() override { unwind(); }

  void listen(Listener& listener) { listener_ = &listener; }

 protected:
  // Contexts live on a stack: a rule's is gone when the rule is left, for nobody keeps it.
  class Tracker {
   public:
    template <typename Context>
    Context* createInstance(antlr4::ParserRuleContext* parent, std::size_t state) {
      static_assert(sizeof(Context) <= sizeof(Slot), "enlarge Slot");
      if (depth_ / kChunk == chunks_.size()) chunks_.push_back(std::make_unique<Slot[]>(kChunk));
      Slot& slot = chunks_[depth_ / kChunk][depth_ % kChunk];
      ++depth_;
      return new (&slot) Context(parent, state);
    }
    void drop(antlr4::ParserRuleContext* context) {
      context->~ParserRuleContext();
      --depth_;
    }

   private:
    static constexpr std::size_t kChunk = 64;
    struct alignas(std::max_align_t) Slot {
      unsigned char bytes[sizeof(antlr4::ParserRuleContext) + 2 * sizeof(void*)];
    };
    std::vector<std::unique_ptr<Slot[]>> chunks_;
    std::size_t depth_ = 0;
  };

  class Errors {
   public:
    explicit Errors(TreeParser* parser) : parser_(parser) {}
    Errors* operator->() { return this; }
    void sync(antlr4::Parser*) { parser_->sync(); }
    void reportMatch(antlr4::Parser*) {}
    void reportError(antlr4::Parser*, const antlr4::RecognitionException&) { parser_->misplaced(); }
    void recover(antlr4::Parser*, std::exception_ptr) { parser_->leave_brackets(); }
    void recoverInline(antlr4::Parser*) { parser_->misplaced(); }

   private:
    TreeParser* parser_;
  };

  void enterRule(antlr4::ParserRuleContext* context, std::size_t state, std::size_t rule) final {
    setState(state);
    _ctx = context;
    rules_.push_back(rule);
    listener_->enter(rule, _input->index());
  }
  void exitRule() {
    listener_->exit(_input->index());
    rules_.pop_back();
    antlr4::ParserRuleContext* left = _ctx;
    _ctx = static_cast<antlr4::ParserRuleContext*>(left->parent);
    _tracker.drop(left);
  }
  void enterOuterAlt(antlr4::ParserRuleContext*, std::size_t) final {}
  antlr4::Token* consume() final {
    listener_->token(_input->index());
    _input->consume();
    return nullptr;
  }
  antlr4::Token* match(std::size_t kind) final {
    if (_input->LA(1) == kind) return consume();
    mismatch(kind);
    return nullptr;
  }

  KindStream* _input;
  Tracker _tracker;
  Errors _errHandler;

 private:
  void unwind() {
    while (_ctx != nullptr) {
      antlr4::ParserRuleContext* left = _ctx;
      _ctx = static_cast<antlr4::ParserRuleContext*>(left->parent);
      _tracker.drop(left);
    }
  }
  void misplaced() { listener_->misplaced(_input->index()); }
  void mismatch(std::size_t kind);
  void sync();
  void skip_to(std::uint64_t kinds);
  void leave_brackets();

  Listener* listener_ = nullptr;
  std::vector<std::size_t> rules_;
};
