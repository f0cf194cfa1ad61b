#include "bench/asker.h"

#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

#include "bench/answer.h"
#include "bench/question.h"

namespace {

using std::chrono::steady_clock;

constexpr auto longest_wait = std::chrono::seconds(20);

int connected(int port) {
  const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(std::uint16_t(port));
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int on = 1;
  ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (::connect(fd, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) throw std::runtime_error("cannot connect");
  return fd;
}

/// One connection: a question, its answer, the next question.
struct Line {
  int fd = -1;
  Answer answer;
  steady_clock::time_point asked_at;
};

class Asking {
 public:
  explicit Asking(const Plan& plan) : plan_(plan), questions_(plan), poll_(::epoll_create1(0)), lines_(std::size_t(plan.connections)) {
    for (Line& line : lines_) {
      line.fd = connected(plan.port);
      epoll_event event{};
      event.events = EPOLLIN;
      event.data.ptr = &line;
      ::epoll_ctl(poll_, EPOLL_CTL_ADD, line.fd, &event);
    }
  }
  ~Asking() {
    for (const Line& line : lines_) ::close(line.fd);
    ::close(poll_);
  }
  Asking(const Asking&) = delete;

  Asked run() {
    began_ = steady_clock::now();
    const auto until = began_ + std::chrono::duration<double>(plan_.seconds);
    for (Line& line : lines_) idle_.push_back(&line);
    std::array<epoll_event, 64> events;
    for (bool over = false; !over || idle_.size() < lines_.size();) {
      over = over || steady_clock::now() >= until;
      if (!over) ask_what_is_due();
      const int ready = ::epoll_wait(poll_, events.data(), int(events.size()), plan_.rate > 0 ? 1 : 100);
      for (int i = 0; i < ready; ++i) {
        auto* line = static_cast<Line*>(events[std::size_t(i)].data.ptr);
        if (hear(*line)) idle_.push_back(line);
      }
      if (steady_clock::now() > until + longest_wait) throw std::runtime_error("an answer never came");
    }
    asked_.seconds = std::chrono::duration<double>(steady_clock::now() - began_).count();
    return std::move(asked_);
  }

 private:
  /// Without a rate, whoever has its answer asks again; with one, an arrival waits for a free line, and its waiting counts.
  void ask_what_is_due() {
    const auto now = steady_clock::now();
    while (!idle_.empty()) {
      auto due = now;
      if (plan_.rate > 0)
        due = began_ + std::chrono::duration_cast<steady_clock::duration>(std::chrono::duration<double>(double(count_) / plan_.rate));
      if (due > now) return;
      ++count_;
      Line& line = *idle_.back();
      idle_.pop_back();
      ask(line, due);
    }
  }

  void ask(Line& line, steady_clock::time_point at) {
    const std::string_view question = questions_.next();
    line.answer.begin();
    line.asked_at = at;
    // the kernel takes a question whole: it is short, and nothing of the line's is on its way
    if (::send(line.fd, question.data(), question.size(), MSG_NOSIGNAL) != ssize_t(question.size())) throw std::runtime_error("cannot ask");
  }

  /// True when the answer is whole.
  bool hear(Line& line) {
    const ssize_t n = ::recv(line.fd, heard_.data(), heard_.size(), 0);
    if (n <= 0) throw std::runtime_error("the connection was closed");
    if (!line.answer.add({heard_.data(), std::size_t(n)}, plan_)) return false;
    ++asked_.by_status[line.answer.status()];
    asked_.milliseconds.push_back(std::chrono::duration<float, std::milli>(steady_clock::now() - line.asked_at).count());
    return true;
  }

  const Plan& plan_;
  Questions questions_;
  int poll_;
  std::vector<Line> lines_;
  std::vector<Line*> idle_;
  steady_clock::time_point began_;
  long count_ = 0;  // of questions
  std::array<char, 256 * 1024> heard_;
  Asked asked_;
};

}  // namespace

Asked ask_all(const Plan& plan) {
  const auto asking = std::make_unique<Asking>(plan);  // its buffer is too large for the stack
  return asking->run();
}

std::string told(Asked asked) {
  std::ranges::sort(asked.milliseconds);
  const auto at = [&](double part) { return asked.milliseconds.at(std::size_t(double(asked.milliseconds.size() - 1) * part)); };
  std::string statuses;
  for (const auto& [status, count] : asked.by_status) statuses += fmt::format("{}\"{}\":{}", statuses.empty() ? "" : ",", status, count);
  return fmt::format(R"({{"answers":{},"seconds":{:.4f},"p50":{:.4f},"p99":{:.4f},"by_status":{{{}}}}})", asked.milliseconds.size(),
                     asked.seconds, at(0.5), at(0.99), statuses);
}

std::string file_content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path + " cannot be read");
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}
