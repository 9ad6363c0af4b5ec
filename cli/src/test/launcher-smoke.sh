#!/usr/bin/env bash
# The launcher from another folder, through a link with a space in its path, in a locale without UTF-8.
set -euo pipefail
root=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/../../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/a folder"
ln -s "$root/paca" "$scratch/a folder/paca"
cd "$scratch"

check() { # name, expected exit code, expected text, command…
  local name=$1 code=$2 text=$3 got=0
  shift 3
  "$@" >out.txt 2>&1 || got=$?
  if [ "$got" != "$code" ] || ! grep -qF -- "$text" out.txt; then
    printf 'launcher: %s: exit %s, expected %s and "%s":\n' "$name" "$got" "$code" "$text" >&2
    cat out.txt >&2
    exit 1
  fi
}

paca="$scratch/a folder/paca"
check 'help' 0 'Usage: paca' "$paca" --help
check 'wrong usage' 2 'paca ranking --help' "$paca" ranking
check 'nothing runs' 1 'paca up' "$paca" ranking 2022 --data "$scratch/none"
check 'marks in a locale without UTF-8' 1 'không-có.yaml' \
  env -u LANG LC_ALL=C "$paca" rubric check không-có.yaml
check 'a fresh build is not built again' 0 'Usage: paca' "$paca" --help
if grep -q 'building' out.txt; then
  echo 'launcher: built again although nothing changed' >&2
  exit 1
fi
touch "$root/cli/pom.xml"
check 'a changed source is built' 0 'paca: building' "$paca" --help
echo 'launcher: all checks passed'
