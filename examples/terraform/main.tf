terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = local.tags
  }
}

locals {
  name       = "${var.project}-${var.environment}"
  production = var.environment == "production"

  tags = {
    project     = var.project
    environment = var.environment
  }
}

resource "aws_kms_key" "main" {
  description         = "Encrypts the data of ${local.name}"
  enable_key_rotation = true
}

module "bucket" {
  source   = "./modules/bucket"
  for_each = var.buckets

  name        = "${local.name}-${each.key}"
  acl         = each.value.acl
  versioning  = each.value.versioning
  kms_key_arn = aws_kms_key.main.arn
}

resource "aws_instance" "app" {
  count = var.app_servers

  ami                         = var.ami
  instance_type               = local.production ? "m6i.large" : "t3.small"
  subnet_id                   = aws_subnet.public[count.index].id
  vpc_security_group_ids      = [aws_security_group.app.id]
  associate_public_ip_address = true

  root_block_device {
    encrypted  = true
    kms_key_id = aws_kms_key.main.arn
  }

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "optional"
  }
}

resource "aws_ebs_volume" "uploads" {
  availability_zone = aws_subnet.public[0].availability_zone
  size              = 200
}

resource "aws_ebs_volume" "cache" {
  availability_zone = aws_subnet.public[0].availability_zone
  size              = 20
  encrypted         = true
  kms_key_id        = aws_kms_key.main.arn
}

resource "aws_sqs_queue" "orders" {
  name                      = "${local.name}-orders"
  message_retention_seconds = 1209600
  kms_master_key_id         = aws_kms_key.main.id
}

resource "aws_lambda_function" "invoices" {
  function_name = "${local.name}-invoices"
  role          = aws_iam_role.invoices.arn
  package_type  = "Image"
  image_uri     = "${aws_ecr_repository.invoices.repository_url}:latest"
  timeout       = 60

  environment {
    variables = {
      QUEUE_URL             = aws_sqs_queue.orders.url
      AWS_ACCESS_KEY_ID     = "AKIA3LINTELFAKEKEY77"
      AWS_SECRET_ACCESS_KEY = "not/a/real/secret/but+of+the+same+length"
    }
  }

  tracing_config {
    mode = "Active"
  }
}

resource "aws_ecr_repository" "invoices" {
  name                 = "${local.name}/invoices"
  image_tag_mutability = "MUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_iam_role" "invoices" {
  name = "${local.name}-invoices"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

data "aws_iam_policy_document" "invoices" {
  statement {
    sid       = "ReadOrders"
    actions   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
    resources = [aws_sqs_queue.orders.arn]
  }

  statement {
    sid       = "Everything"
    actions   = ["*"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "invoices" {
  name   = "${local.name}-invoices"
  policy = data.aws_iam_policy_document.invoices.json
}

resource "aws_iam_role_policy_attachment" "invoices" {
  role       = aws_iam_role.invoices.name
  policy_arn = aws_iam_policy.invoices.arn
}
