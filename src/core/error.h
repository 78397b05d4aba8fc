#pragma once

#include <stdexcept>
#include <string>

namespace claimcheck {

/// What sort of failure ended an operation; `main` maps it to an exit code.
enum class ErrorKind {
  usage,        ///< the command line or the configuration is wrong (exit 2)
  input,        ///< a file or stream cannot be read as what it should be (exit 2)
  storage,      ///< the library or an output file cannot be opened, read or written (exit 2)
  network,      ///< a server could not be reached or gave no usable answer (exit 3)
  interrupted,  ///< the user stopped the run (exit 130)
  internal,     ///< our own mistake (exit 4)
};

/// A failure that ends the operation. The message names the thing (file and line, PMID, URL), says why,
/// and what to do next; it never contains a secret such as an API key.
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}
  [[nodiscard]] ErrorKind kind() const noexcept { return kind_; }

 private:
  ErrorKind kind_;
};

}  // namespace claimcheck
