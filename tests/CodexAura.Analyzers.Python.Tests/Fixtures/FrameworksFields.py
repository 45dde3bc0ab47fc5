## A foreign key leads back to those that have it
from django.db import models
class PostQuerySet(models.QuerySet):
    def published(self): return self.filter(published=True)
class Author(models.Model):
    def busy(self):
        for post in self.posts.published():
#                              ^^^^^^^^^ calls PostQuerySet.published
            post.publish()
#                ^^^^^^^ calls Post.publish
        for note in self.note_set.all():
            note.show()
#                ^^^^ calls Note.show
        self.badge.show()
#                  ^^^^ calls Badge.show
class Post(models.Model):
    author = models.ForeignKey("blog.Author", on_delete=models.CASCADE, related_name="posts")
    objects = PostQuerySet.as_manager()
#             ^^^^^^^^^^^^ calls(heuristic) PostQuerySet
    def publish(self): pass
class Note(models.Model):
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    def show(self): pass
class Badge(models.Model):
    author = models.OneToOneField(Author, on_delete=models.CASCADE)
    def show(self): pass
class Stray:
    def publish(self): pass
    def show(self): pass

## one to its own class
from django.db import models
class Category(models.Model):
    parent = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="children")
    def label(self):
        self.parent.label()
#                   ^^^^^ calls Category.label
        for child in self.children.all():
            child.slug()
#                 ^^^^ calls Category.slug
    def slug(self): pass
class Stray:
    def label(self): pass
    def slug(self): pass

## one to users, by whatever name
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.db import models
class User(AbstractUser):
    def display(self):
        self.post_set.first().publish()
#                             ^^^^^^^ calls Post.publish
class Post(models.Model):
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    editor = models.ForeignKey(get_user_model(), on_delete=models.CASCADE, related_name="edited")
    def publish(self):
        self.author.display()
#                   ^^^^^^^ calls User.display
        self.editor.display()
#                   ^^^^^^^ calls User.display
def find():
    get_user_model().objects.get(pk=1).display()
#                                      ^^^^^^^ calls User.display
    User.objects.create_user("x").display()
#                                 ^^^^^^^ calls User.display
class Stray:
    def display(self): pass
    def publish(self): pass

## Query sets as managers know the class; those of views keep theirs
from django.db import models
from django.shortcuts import get_list_or_404, get_object_or_404
class PostQuerySet(models.QuerySet):
    def published(self): return self.filter(published=True)
class CommentQuerySet(models.QuerySet):
    def visible(self): return self.filter(hidden=False)
class CommentManager(models.Manager.from_queryset(CommentQuerySet)):
#                                                 ^^^^^^^^^^^^^^^ extends CommentQuerySet
    def recent(self): return self.visible()
#                                 ^^^^^^^ calls CommentQuerySet.visible
class Post(models.Model):
    objects = PostQuerySet.as_manager()
#             ^^^^^^^^^^^^ calls(heuristic) PostQuerySet
    def show(self): pass
class Comment(models.Model):
    objects = CommentManager()
#             ^^^^^^^^^^^^^^ calls CommentManager
    def hide(self): pass
class View:
    queryset = Post.objects.all()
    def get(self):
        for post in self.queryset.published():
#                                 ^^^^^^^^^ calls PostQuerySet.published
            post.show()
#                ^^^^ calls Post.show
def use(pk):
    Post.objects.published().first().show()
#                                    ^^^^ calls Post.show, PostQuerySet.published
    Comment.objects.recent().last().hide()
#                                   ^^^^ calls Comment.hide, CommentManager.recent
    get_object_or_404(Post, pk=pk).show()
#                                  ^^^^ calls Post.show
    get_object_or_404(Comment.objects.recent(), pk=pk).hide()
#                                                      ^^^^ calls Comment.hide, CommentManager.recent
    for comment in get_list_or_404(Comment):
        comment.hide()
#               ^^^^ calls Comment.hide
class Stray:
    def show(self): pass
    def hide(self): pass

## Forms check themselves, and save what they are for
from django import forms
from django.db import models
class Post(models.Model):
    def publish(self): pass
class PostForm(forms.ModelForm):
    class Meta:
        model = Post
    def clean_title(self): pass
    def clean(self): pass
def edit(request):
    form = PostForm(request.POST)
#          ^^^^^^^^ calls PostForm
    if form.is_valid():
#   ^ calls PostForm.clean, PostForm.clean_title
        form.save(commit=False).publish()
#                               ^^^^^^^ calls Post.publish
        form.instance.publish()
#                     ^^^^^^^ calls Post.publish
class Stray:
    def publish(self): pass

## Views find what they are for
from django.db import models
from django.views import generic
from django.views.generic.list import ListView
class Post(models.Model):
    def show(self): pass
class PostDetail(generic.DetailView):
    model = Post
    def get_context_data(self, **kwargs):
        self.object.show()
#                   ^^^^ calls Post.show
        self.get_object().show()
#                         ^^^^ calls Post.show
        return super().get_context_data(**kwargs)
class PostList(ListView):
    queryset = Post.objects.all()
    def get_queryset(self):
        return super().get_queryset().filter(x=1)
    def titles(self):
        for post in self.get_queryset():
#                        ^^^^^^^^^^^^ calls PostList.get_queryset
            post.show()
#                ^^^^ calls Post.show
class Stray:
    def show(self): pass

## so do those of the REST framework, and their serializers
from django.db import models
from rest_framework import serializers, viewsets
class Post(models.Model):
    def publish(self): pass
class PostSerializer(serializers.ModelSerializer):
    class Meta:
        model = Post
    def validate_title(self, value): return value
    def validate(self, data): return data
    def create(self, data):
        return Post.objects.create(**data)
class PostViewSet(viewsets.ModelViewSet):
    queryset = Post.objects.all()
    serializer_class = PostSerializer
    def publish(self, request, pk=None):
        self.get_object().publish()
#                         ^^^^^^^ calls Post.publish
        serializer = self.get_serializer(data=request.data)
#       ^ calls(heuristic) PostSerializer
        serializer.is_valid(raise_exception=True)
#       ^ calls PostSerializer.validate, PostSerializer.validate_title
        serializer.save().publish()
#                         ^^^^^^^ calls Post.publish, PostSerializer.create
class Stray:
    def publish(self): pass

## A text that names a class is loaded
#- tools.py
from django.utils.module_loading import import_string
PANELS = ["panels.First", "panels.Second"]
def load():
    for path in PANELS:
        panel = import_string(path)()
#       ^ calls First, Second
        panel.show()
#             ^^^^ calls First.show, Second.show
#- panels.py
class First:
    def show(self): pass
class Second:
    def show(self): pass
class Third:
    def show(self): pass

## SQLAlchemy leads back by a backref, and gives rows of several classes
from sqlalchemy import select
from sqlalchemy.orm import Session, aliased, backref, declarative_base, relationship
Base = declarative_base()
class User(Base):
    posts = relationship("Post", backref="author")
    def greet(self): pass
class Post(Base):
    tags = relationship("Tag", backref=backref("posts", lazy="dynamic"))
    def publish(self):
        self.author.greet()
#                   ^^^^^ calls User.greet
class Tag(Base):
    def slug(self):
        for post in self.posts:
            post.publish()
#                ^^^^^^^ calls Post.publish
class Node(Base):
    children = relationship("Node", backref=backref("parent", remote_side=[1]))
    def draw(self):
        self.parent.draw()
#                   ^^^^ calls Node.draw
def rows(session: Session):
    for user, post in session.query(User, Post).join(Post):
        user.greet()
#            ^^^^^ calls User.greet
        post.publish()
#            ^^^^^^^ calls Post.publish
    user, post = session.execute(select(User, Post)).first()
    user.greet()
#        ^^^^^ calls User.greet
    post.publish()
#        ^^^^^^^ calls Post.publish
    session.query(aliased(User)).first().greet()
#                                        ^^^^^ calls User.greet
class Stray:
    def greet(self): pass
    def publish(self): pass
    def draw(self): pass

## A model with a manager of something unknown is found all the same, and query sets kept elsewhere are of their own
from django.db import models
from outside import Manager
class Tag(models.Model):
    objects = Manager()
    def go(self): pass
class Post(models.Model):
    tags = models.ManyToManyField(Tag)
    newest = Tag.objects.all()
    def show(self):
        self.tags.first().go()
#                         ^^ calls Tag.go
class Stray:
    def go(self): pass

## The last of those that are based on users is the one
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
class BaseUser(AbstractUser):
    def hi(self): pass
class User(BaseUser):
#          ^^^^^^^^ extends BaseUser
    def hi(self): pass
def use():
    get_user_model().objects.get(pk=1).hi()
#                                      ^^ calls User.hi

## A view that finds its object by a method of its own
from django.db import models
from django.views.generic import DetailView
class Post(models.Model):
    def show(self): pass
class Page(models.Model):
    def show(self): pass
class View(DetailView):
    model = Page
    def get_object(self, queryset=None): return Post.objects.get()
    def title(self):
        self.object.show()

## SQLAlchemy's relationships that are added later
from sqlalchemy.orm import Session, declarative_base, relationship
Base = declarative_base()
class User(Base):
    def go(self): pass
class Address(Base):
    def go(self): pass
User.addresses = relationship(Address)
def use(session: Session):
    for address in session.get(User, 1).addresses:
        address.go()
#               ^^ calls Address.go

## A view makes the form that it names
from django.db import models
from django.forms import ModelForm
from django.views.generic.edit import FormView
class Post(models.Model):
    def publish(self): pass
class PostForm(ModelForm):
    def __init__(self): pass
    class Meta:
        model = Post
class Edit(FormView):
    form_class = PostForm
    def save(self):
        form = self.get_form()
#       ^ calls PostForm, PostForm.__init__
        form.save().publish()
#                   ^^^^^^^ calls Post.publish
class Own(FormView):
    def get_form_class(self): return PostForm
    def save(self):
        self.get_form().save().publish()
#       ^ calls Own.get_form_class, Post.publish, PostForm, PostForm.__init__

## What the views of the REST framework run of their own methods
from django.db import models
from rest_framework import generics, serializers
class Post(models.Model):
    def delete(self): pass
class PostSerializer(serializers.ModelSerializer):
    class Meta:
        model = Post
    def validate(self, data): return data
class PostView(generics.RetrieveUpdateDestroyAPIView):
    serializer_class = PostSerializer
    def get_queryset(self): return Post.objects.all()
    def perform_update(self, serializer): pass
    def put(self, request):
        return self.update(request)
#       ^ calls PostSerializer.validate, PostView.get_queryset, PostView.perform_update
#       ^ calls(heuristic) PostSerializer
    def delete(self, request):
        return self.destroy(request)
#       ^ calls Post.delete, PostView.get_queryset
class PostList(generics.ListCreateAPIView):
    serializer_class = PostSerializer
    def get_serializer_class(self): return PostSerializer
    def post(self, request):
        return super().create(request)
#       ^ calls PostList.get_serializer_class, PostSerializer.validate
#       ^ calls(heuristic) PostSerializer
