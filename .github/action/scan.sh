#!/usr/bin/env bash
# Runs lintel scan with the inputs of the action, shows what it found, and leaves its exit status to a later step.
set -uo pipefail

table="$RUNNER_TEMP/lintel-table.txt" annotations="$RUNNER_TEMP/lintel-annotations.txt"
markdown="$RUNNER_TEMP/lintel.md" json="$RUNNER_TEMP/lintel.json" sarif="$INPUT_SARIF_FILE"

say() { printf '%s=%s\n' "$1" "${2//[$'\r\n']/}" >>"$GITHUB_OUTPUT"; }

# What is wrong with the inputs ends as wrong use of lintel does.
misused() {
	echo "::error::$*"
	say exit-code 2
	exit 0
}

args=(scan)

# option FLAG VALUE: the flag, if the input is set.
option() { [ -z "$2" ] || args+=("$1=$2"); }

# options FLAG LINES: the flag for each line of the input.
options() {
	local line
	while IFS= read -r line; do
		option "$1" "${line%$'\r'}"
	done <<<"$2"
}

# lines TEXT: each line as an argument.
lines() {
	local line
	while IFS= read -r line; do
		line="${line%$'\r'}"
		[ -z "$line" ] || args+=("$line")
	done <<<"$1"
}

# yes INPUT VALUE: whether a switch is on.
yes() {
	case "$2" in
	true) return 0 ;;
	false) return 1 ;;
	*) misused "$1 is true or false" ;;
	esac
}

# revision INPUT REF: the commit must be here to be read. One that is named by its hash is fetched where the checkout lacks it.
revision() {
	case "$2" in -*) misused "$1: no revision begins with a dash" ;; esac
	git cat-file -e "$2^{commit}" 2>/dev/null && return
	[[ "$2" =~ ^[0-9a-f]{40}$ ]] && git fetch --quiet --no-tags --depth=1 origin "$2" 2>/dev/null && return
	misused "$1: the revision is not in this checkout; give actions/checkout fetch-depth: 0"
}

annotate=false summarize=false
! yes annotations "$INPUT_ANNOTATIONS" || annotate=true
! yes summary "$INPUT_SUMMARY" || summarize=true

cd "$INPUT_WORKING_DIRECTORY" || misused "working-directory: there is no such folder"

# The table is for the log, the others for the page of the run and whoever comes after.
args+=("--format=table=$table" "--format=github=$annotations" "--format=markdown=$markdown" "--format=json=$json")
if [ -n "$INPUT_OUTPUT" ]; then
	args+=("--format=$INPUT_FORMAT=$INPUT_OUTPUT")
elif [ "$INPUT_FORMAT" != table ]; then
	args+=("--format=$INPUT_FORMAT")
fi
if yes upload-sarif "$INPUT_UPLOAD_SARIF" && [ -z "$sarif" ]; then
	sarif="$RUNNER_TEMP/lintel.sarif"
fi
option --format "${sarif:+sarif=$sarif}"

option --severity "$INPUT_SEVERITY"
option --fail-on "$INPUT_FAIL_ON"
! yes fail-on-unknown "$INPUT_FAIL_ON_UNKNOWN" || args+=(--fail-on-unknown)
! yes soft-fail "$INPUT_SOFT_FAIL" || args+=(--soft-fail)
option --config "$INPUT_CONFIG"
option --exceptions "$INPUT_EXCEPTIONS"
option --baseline "$INPUT_BASELINE"
options --only "$INPUT_ONLY"
options --skip "$INPUT_SKIP"
options --exclude "$INPUT_EXCLUDE"
options --var-file "$INPUT_VAR_FILES"

case "$INPUT_GATE" in
"" | all) ;;
introduced) args+=(--gate=introduced) ;;
*) misused "gate is introduced, or empty" ;;
esac
[ -z "$INPUT_BASE_REF" ] || revision base-ref "$INPUT_BASE_REF"
option --changed-since "$INPUT_BASE_REF"
case "$INPUT_POLICY_FROM" in
none) policy= ;;
*) policy="${INPUT_POLICY_FROM:-$BASE}" ;;
esac
[ -z "$policy" ] || revision policy-from "$policy"
option --policy-from "$policy"

lines "$INPUT_ARGS"
if [ -n "$INPUT_PLAN" ]; then
	args+=("--source=$INPUT_PATH" --)
	lines "$INPUT_PLAN"
else
	args+=(--)
	lines "$INPUT_PATH"
fi

# Code that is quoted in a report must not be read as commands to the runner.
token="$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
rm -f "$table" "$annotations" "$markdown" "$json"
code=0
echo "::stop-commands::$token"
"$RUNNER_TEMP/lintel-bin/lintel" "${args[@]}" || code=$?
if [ -f "$table" ] && [ "$INPUT_FORMAT" = table ]; then
	cat "$table"
fi
echo "::$token::"

# These two are escaped for what they are.
if $annotate && [ -s "$annotations" ]; then
	cat "$annotations"
fi
if $summarize && [ -s "$markdown" ]; then
	cat "$markdown" >>"$GITHUB_STEP_SUMMARY"
fi

say exit-code "$code"
[ ! -f "$json" ] || say json-file "$json"
[ ! -f "$markdown" ] || say markdown-file "$markdown"
if [ -n "$sarif" ] && [ -f "$sarif" ]; then
	case "$sarif" in
	/* | [A-Za-z]:*) say sarif-file "$sarif" ;;
	*) say sarif-file "${INPUT_WORKING_DIRECTORY%/}/$sarif" ;;
	esac
fi

# Numbers and words of ours only, so that nothing in them comes from what was scanned.
counts='
  def rank: {"low": 1, "medium": 2, "high": 3, "critical": 4}[.] // 0;
  def compared(n): if any(.findings[]; .change) then n else "" end;
  [.findings[] | select(.verdict == "fail" and .suppressed == null and .change != "fixed")] as $open
  | ([$open[].severity] | group_by(rank) | map({word: .[0], n: length}) | reverse) as $by
  | {
    findings: ($open | length),
    introduced: compared([$open[] | select(.change == "introduced")] | length),
    fixed: compared([.findings[] | select(.change == "fixed")] | length),
    "highest-severity": ($by[0].word // "none"),
    summary: "\($open | length) findings\(if $by == [] then "" else ": " end)\($by | map("\(.n) \(.word)") | join(", "))"
  }
  | to_entries[] | "\(.key)=\(.value)"'
if [ ! -f "$json" ]; then
	:
elif command -v jq >/dev/null; then
	jq -r "$counts" "$json" | tr -d '\r' >>"$GITHUB_OUTPUT"
else
	echo "::notice::jq is not installed, so the outputs that count findings are empty"
fi
exit 0
