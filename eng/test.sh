#!/usr/bin/env bash
# Builds everything and runs all tests, as `dotnet test -c Release` does, in less time. The last line sums up: N passed, N failed, N skipped.
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Hundreds of processes that live for a second: what .NET does for long ones costs them a fifth of their time. The first is profiling code
# to compile it better, the second a protection of compiled code, which takes a system call for each method.
export DOTNET_TieredPGO=0 DOTNET_EnableWriteXorExecute=0

# A compiler that stays, for this build and those that the tests start: without it each project loads the compiler anew, which took half of
# the time of the tests that build plugins. On a build server nothing is left behind.
export UseSharedCompilation=true MSBUILDDISABLENODEREUSE=0

logs=$(mktemp -d)
clean_up() {
  rm -rf "$logs"
  if [ "${CI:-}" = true ]; then dotnet build-server shutdown >/dev/null 2>&1 || true; fi
}
trap clean_up EXIT
export logs

# The version of the packages that the tests make is written into what is built: with the same one, packing rebuilds nothing, and takes nothing
# away from the tests that run beside it.
CODEX_AURA_PACKAGE_VERSION=0.1.0-test.$(date -u +%Y%m%d%H%M%S)
export CODEX_AURA_PACKAGE_VERSION
# What people run is compiled ahead of time; so is what is tested, and hundreds of its processes start in half of the time.
export CODEX_AURA_TEST_EXECUTABLE=$logs/published/codex-aura
if ! { dotnet build -c Release -p:PackageVersion="$CODEX_AURA_PACKAGE_VERSION" &&
  dotnet publish host/CodexAura.Host -c Release --use-current-runtime -p:PackageVersion="$CODEX_AURA_PACKAGE_VERSION" -o "$logs/published"; }; then
  echo "0 passed, 0 failed, 0 skipped"
  exit 1
fi
[ -x "$CODEX_AURA_TEST_EXECUTABLE" ] || CODEX_AURA_TEST_EXECUTABLE+=.exe

# Those that take longest, first: started last, the other processors would wait for them. All others follow.
longest="Packages EndToEnd Plugins.Mcp Web Storage.Conformance"
order=()
for name in $longest; do order+=("CodexAura.$name.Tests"); done
for project in tests/*.Tests; do
  name=${project#tests/CodexAura.}
  case " $longest " in *" ${name%.Tests} "*) ;; *) order+=("${project#tests/}") ;; esac
done

# Those that take longest take three minutes; one that has not ended after twenty never will.
limit=
if command -v timeout >/dev/null; then limit="timeout --foreground --kill-after=10 1200"; fi
export limit

run_tests() {
  local program="tests/$1/bin/Release/net10.0/$1" start=$SECONDS result=passed
  [ -x "$program" ] || program="$program.exe"
  $limit "$program" -noColor -noLogo >"$logs/$1" 2>&1 || result="failed with exit code $?"
  local summary
  summary=$(grep -E "^ +$1 +Total: " "$logs/$1" || true)
  if [ "$result" = passed ] && [ -n "$summary" ]; then
    echo "$1 passed in $((SECONDS - start)) s"
  else
    touch "$logs/.failed"
    [ -n "$summary" ] || echo "$1" >>"$logs/.unfinished"
    { echo "$1 $result in $((SECONDS - start)) s:"; cat "$logs/$1"; } | sed 's/^/  /'
  fi
}
export -f run_tests

# One more at once than there are processors: many tests wait for other processes, for a file to be noticed, for a limit to pass.
start=$SECONDS
printf '%s\n' "${order[@]}" | xargs -P "$(($(getconf _NPROCESSORS_ONLN) + 1))" -I{} bash -c 'run_tests "$1"' _ {}
echo "all tests took $((SECONDS - start)) s"

# Each ends with "  CodexAura.X.Tests  Total: 12, Errors: 0, Failed: 0, Skipped: 1, Not Run: 0, Time: 1.234s".
count() {
  sed -n "s/^ *CodexAura\.[A-Za-z.]* *Total: .*$1: \([0-9][0-9]*\).*/\1/p" "$logs"/CodexAura.* | awk '{ sum += $1 } END { print sum + 0 }'
}
total=$(sed -n 's/^ *CodexAura\.[A-Za-z.]* *Total: \([0-9][0-9]*\).*/\1/p' "$logs"/CodexAura.* | awk '{ sum += $1 } END { print sum + 0 }')
# A program that did not come to its totals counts as one test that failed.
unfinished=0
if [ -e "$logs/.unfinished" ]; then unfinished=$(wc -l <"$logs/.unfinished"); fi
failed=$(($(count Failed) + $(count Errors) + unfinished)) skipped=$(count Skipped)
passed=$((total - $(count Failed) - skipped))
status=0
if [ -e "$logs/.failed" ] || [ "$passed" -eq 0 ] || [ "$failed" -ne 0 ]; then status=1; fi
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
