#!/usr/bin/env bash
# Comments on the pull request with the report in $MARKDOWN. What keeps it from doing so is a warning: the summary of the run
# says the same, and pull requests from forks have no right to comment.
set -uo pipefail

sorry() {
	echo "::warning::no comment was written: $*"
	exit 0
}

case "$INPUT_COMMENT" in
update | new | delete-and-new) ;;
*) sorry "comment is off, update, new or delete-and-new" ;;
esac
[ -n "$PULL_REQUEST" ] || sorry "this run belongs to no pull request"
[ -s "$MARKDOWN" ] || sorry "there is no report"
command -v gh >/dev/null || sorry "gh, the command line of GitHub, is not installed on this runner"

export GH_HOST="${GITHUB_SERVER_URL#https://}"
[ "$GH_HOST" = github.com ] || export GH_ENTERPRISE_TOKEN="$GH_TOKEN"
comments="repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments"

# The first line of a comment says whose it is.
category="$(printf %s "$INPUT_CATEGORY" | tr -cd 'A-Za-z0-9._/-')"
mark="<!-- lintel${category:+ $category} -->"
body="$RUNNER_TEMP/lintel-comment.md"
{
	printf '%s\n' "$mark"
	tail -n +2 "$MARKDOWN"
} >"$body"

# Who else begins a comment with the mark does not get it overwritten. A token of a job cannot say who it is: it is a bot.
me="$(gh api user --jq .login 2>/dev/null | tr -cd 'A-Za-z0-9_-')" || me=
if [ -n "$me" ]; then
	ours=".user.login == \"$me\""
else
	ours='.user.type == "Bot"'
fi
earlier="$(gh api --paginate "$comments?per_page=100" \
	--jq ".[] | select($ours and (.body | startswith(\"$mark\"))) | .id")" || sorry "the comments of the pull request cannot be read"

if [ "$INPUT_COMMENT" = delete-and-new ]; then
	for id in $earlier; do
		gh api --method DELETE "repos/$GITHUB_REPOSITORY/issues/comments/$id" >/dev/null || sorry "an earlier one cannot be deleted"
	done
fi
if [ "$INPUT_COMMENT" = update ] && [ -n "$earlier" ]; then
	read -r id <<<"$earlier"
	gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" --field "body=@$body" >/dev/null ||
		sorry "the earlier one cannot be changed"
	exit 0
fi
# Where there is nothing, or nothing new and nothing fixed, there is nothing to say.
if [ "$EXIT_CODE" = 0 ] && [ "$INPUT_COMMENT" != new ]; then
	[ "$FINDINGS" != 0 ] || exit 0
	[ "$INTRODUCED $FIXED" != "0 0" ] || exit 0
fi
gh api --method POST "$comments" --field "body=@$body" >/dev/null || sorry "it needs the permission pull-requests: write"
