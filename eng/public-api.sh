#!/usr/bin/env bash
# Brings the list of the SDK's public API (PublicAPI.Unshipped.txt) up to date with the code. Review the diff: it is what plugin
# authors are promised.
set -euo pipefail
cd "$(dirname "$0")/.."
for project in ${@:-sdk/CodexAura.Sdk}; do
  list="$project/PublicAPI.Unshipped.txt"
  log=$(dotnet build -c Release "$project" -clp:NoSummary 2>&1 || true)
  gone=$(sed -n "s/.*error RS0017: Symbol '\(.*\)' is part of the declared API.*/\1/p" <<<"$log" | LC_ALL=C sort -u)
  new=$(sed -n "s/.*error RS0016: Symbol '\(.*\)' is not part of the declared public API.*/\1/p" <<<"$log" | LC_ALL=C sort -u)
  {
    echo '#nullable enable'
    { grep -v '^#nullable' "$list" | grep -vxF -f <(printf '%s\n' "$gone" | grep . || echo '#none') ; printf '%s\n' "$new" | grep . || true; } | LC_ALL=C sort -u
  } >"$list.new"
  mv "$list.new" "$list"
  dotnet build -c Release "$project" -clp:NoSummary
done
