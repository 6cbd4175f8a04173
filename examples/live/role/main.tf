# The role that lintel live aws assumes in an account. It reads settings, and nothing of what is stored.

data "aws_partition" "this" {}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = [var.trusted_arn]
    }

    condition {
      test     = "StringEquals"
      variable = "sts:ExternalId"
      values   = [var.external_id]
    }
  }
}

resource "aws_iam_role" "this" {
  name               = var.name
  description        = "Reads settings for lintel live aws"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy_attachment" "audit" {
  role       = aws_iam_role.this.name
  policy_arn = "arn:${data.aws_partition.this.partition}:iam::aws:policy/SecurityAudit"
}

# What SecurityAudit lacks. lintel live permissions prints all that is needed.
data "aws_iam_policy_document" "more" {
  statement {
    actions = [
      "backup:Get*",
      "backup:List*",
      "cloudformation:GetResource",
      "cloudformation:ListResources",
      "cognito-idp:GetUserPoolMfaConfig",
      "glue:GetConnections",
      "macie2:GetMacieSession",
    ]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "more" {
  name   = "lintel"
  role   = aws_iam_role.this.name
  policy = data.aws_iam_policy_document.more.json
}
